"""The recipe that makes the reader in `kb/model`: data -> questions -> groups -> windows -> network -> ONNX."""
