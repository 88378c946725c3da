"""Names of container images."""


def image_problem(image: str) -> str | None:
    """Return what is wrong with a reference to an image, or None: it needs a digest, or a tag other than `latest`."""
    if not image or image != image.strip() or " " in image:
        return f"'{image}' is no image name"
    if "@sha256:" in image:
        return None
    tag = image.rpartition("/")[2].partition(":")[2]
    if not tag:
        return f"the image {image} has no tag, which means :latest; name a version"
    if tag == "latest":
        return f"the image {image} uses the tag :latest, which moves; name a version"
    return None
