import httpx

from viz.templating import static


def test_a_file_with_its_hash_is_kept_for_a_year(web: httpx.Client) -> None:
    answer = web.get(static("atlas.css"))
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_a_file_without_its_hash_is_asked_about_again(web: httpx.Client) -> None:
    first = web.get("/static/atlas.css")
    assert first.headers["cache-control"] == "no-cache"
    again = web.get("/static/atlas.css", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304


def test_nothing_outside_the_folder_is_served(web: httpx.Client) -> None:
    for path in ("/static/../page_data.py", "/static/%2e%2e/page_data.py", "/static/nothing.css"):
        assert web.get(path).status_code == 404
