import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the recipe of the reader needs the extra `train`")


def test_reader_smoothing_changes_nothing_that_the_network_says():
    from kb.training.batches import Batch
    from kb.training.network import Network
    from kb.training.smoothing import PARTS, Smoothed, smoothed

    torch.manual_seed(0)
    network = Network().eval()
    ids, features, sentence = (
        torch.randint(1000, 2000, (3, 12)),
        torch.zeros(3, 12, dtype=torch.long),
        torch.tensor([[2, 8]] * 3),
    )
    with torch.inference_mode():
        before = network(ids, features, sentence)
    batch = Batch(ids.numpy(), features.numpy(), sentence.numpy(), np.arange(3), np.ones(3, int), np.zeros((0, 3), int))
    with torch.inference_mode():
        after = smoothed(network, [batch])(ids, features, sentence)
    assert all(isinstance(getattr(layer, part), Smoothed) for layer in network.layers for part in PARTS)
    for one, other in zip(before, after, strict=True):
        assert torch.allclose(one, other, atol=0.1)  # but for word vectors in eight bits
