"""Front ends: the command line and the app. They show what `kb` and `extract` find out; they decide nothing."""
