"""What the bank knows of the site from its configuration."""

from bank import load_bank


def test_the_environment_names_the_address_as_it_does_for_the_pages(clean_bank, monkeypatch):
    (clean_bank.parent / "mkdocs.yml").write_text(
        'site_name: Aloud\nsite_url: !ENV [SITE_URL, "https://default.example/"]\n', "utf-8"
    )
    monkeypatch.delenv("SITE_URL", raising=False)
    assert load_bank(clean_bank).site_url == "https://default.example/"
    monkeypatch.setenv("SITE_URL", "https://owner.example/repository/")
    bank = load_bank(clean_bank)
    assert (bank.site_url, bank.site_name) == ("https://owner.example/repository/", "Aloud")


def test_without_a_configuration_the_site_has_neither_address_nor_name(clean_bank):
    (clean_bank.parent / "mkdocs.yml").unlink()
    bank = load_bank(clean_bank)
    assert (bank.site_url, bank.site_name) == ("", "")
