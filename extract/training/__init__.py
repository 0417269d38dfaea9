"""The recipe that makes the weights in `extract/model`: data -> passages -> windows -> network -> ONNX -> scores."""
