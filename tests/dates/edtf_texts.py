"""Texts in EDTF for Hypothesis."""

from hypothesis import strategies as st

from generator.dates.parse import parse_date

Y, M, D = st.integers(1, 9998), st.integers(1, 12), st.integers(1, 28)
QUALIFIER = st.sampled_from(["", "?", "~", "%"])
WHOLE_DAYS = st.builds("{:04}-{:02}-{:02}".format, Y, M, D)
PLAIN = st.one_of(
    st.builds("{:04}{}".format, Y, QUALIFIER),
    st.builds("{:04}-{:02}{}".format, Y, M, QUALIFIER),
    st.builds("{}{}".format, WHOLE_DAYS, QUALIFIER),
)
ATOMS = st.one_of(
    PLAIN,
    st.builds("{:03}X{}".format, st.integers(1, 998), QUALIFIER),
    st.builds("{:02}XX{}".format, st.integers(1, 98), QUALIFIER),
    st.builds("{:03}X-{:02}".format, st.integers(1, 998), M),
    st.builds("{:04}-XX{}".format, Y, QUALIFIER),
    st.builds("{:04}-XX-{:02}".format, Y, st.integers(1, 31)),
    st.builds("{:04}-{:02}-XX{}".format, Y, M, QUALIFIER),
    st.builds("{:04}-{}".format, Y, st.integers(21, 24)),
)


def in_order(atoms: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    """Pairs of dates, the one that starts first before the other."""
    pairs = st.lists(atoms, min_size=2, max_size=2)
    return pairs.map(
        lambda pair: sorted(pair, key=lambda text: parse_date(text).earliest)
    )
