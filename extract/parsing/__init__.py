"""What stands around the encoder: word pieces and labels that go in and out, trees from scores, lemmas."""
