"""The secret of a draft is kept as its hash."""

from boekingen.domain.conceptlink import hash_sleutel


def test_hash_is_sha256_and_differs_per_secret():
    leeg = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert hash_sleutel("") == leeg
    assert hash_sleutel("a") != hash_sleutel("A")
