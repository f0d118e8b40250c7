"""What the tests share: one engine, and a record that is late."""

from pathlib import Path

import pytest

import gongkai

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def engine() -> gongkai.Engine:
    return gongkai.Engine(profile="gansu-2016")


@pytest.fixture
def late() -> dict[str, object]:
    return {
        "decision_number": "甘农许〔2016〕3号",
        "authority": "甘肃省农牧厅",
        "counterpart_name": "甘肃示例种业有限公司",
        "decision_date": "2016-07-22",
        "published": {"credit-gansu": "2016-08-05", "agri-portal": "2016-07-29"},
    }
