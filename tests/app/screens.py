"""Pages of the app run without a browser, and the markup they show."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

MAIN = Path(__file__).parents[2] / "app" / "main.py"
PATIENCE = 60  # seconds: the pipeline loads with the first article


def screen(name: str, **address: str) -> AppTest:
    """Run a page with these parameters in its address."""
    app = AppTest.from_file(str(MAIN), default_timeout=PATIENCE)
    app.switch_page(f"screens/{name}.py")
    for key, value in address.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return app


def shown(app: AppTest) -> str:
    """Give the markup on the page, without the style sheet."""
    bodies = (element.proto.body for element in app.get("html"))
    return "".join(body for body in bodies if not body.startswith("<style"))
