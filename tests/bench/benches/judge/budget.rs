//! A budget table of thousands of rows: read, typed, added up along its codes and across its columns.

use criterion::{BenchmarkId, Criterion, Throughput};
use gongkai::record::accounts::Sheet;
use gongkai::words::Day;
use gongkai::{Engine, Published};
use std::borrow::Cow;
use std::hint::black_box;

const RECORD: &[u8] = br#"{"publisher": "x", "fiscal_year": "2025"}"#;

/// Tables of three sizes: the time grows with the rows. `budget_sums.py` adds the same sums up in pandas.
pub(crate) fn budget(criterion: &mut Criterion) {
    let engine = Engine::builder()
        .profile("budget")
        .build()
        .expect("an engine");
    let as_of = Day::of(2025, 3, 1).expect("a day");
    let mut group = criterion.benchmark_group("budget");
    for sections in [12_u32, 50, 99] {
        let sheets = [sheet(sections)];
        let rows = sheets.iter().map(|sheet| sheet.rows.len()).sum::<usize>();
        let rows = u64::try_from(rows).expect("a count");
        group.throughput(Throughput::Elements(rows));
        group.bench_with_input(
            BenchmarkId::from_parameter(rows),
            &sheets,
            |bench, sheets| {
                bench.iter(|| {
                    let published = Published {
                        tables: black_box(sheets),
                        ..Published::default()
                    };
                    let report =
                        engine.check_accounts("department-budget", RECORD, published, as_of);
                    report.expect("a report").sums
                });
            },
        );
    }
    group.finish();
}

// Twenty classes of as many sections as asked for, four items each, with their sums.
fn sheet(sections: u32) -> Sheet<'static> {
    let mut rows: Vec<Vec<Cow<'static, str>>> = Vec::new();
    let heading = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"];
    rows.push(heading.map(Cow::Borrowed).to_vec());
    let mut add = |code: Option<u32>, parts: u64| {
        let basic = 1_000_u64.saturating_mul(parts);
        let project = 2_500_u64.saturating_mul(parts);
        let total = basic.saturating_add(project);
        rows.push(vec![
            Cow::Owned(code.map_or_else(|| "合计".to_owned(), |code| code.to_string())),
            Cow::Borrowed(""),
            Cow::Owned(total.to_string()),
            Cow::Owned(basic.to_string()),
            Cow::Owned(project.to_string()),
        ]);
    };
    let each = u64::from(sections).saturating_mul(4);
    for class in 201_u32..221 {
        add(Some(class), each);
        for section in 1..=sections {
            let own = class.saturating_mul(100).saturating_add(section);
            add(Some(own), 4);
            for item in 1..=4 {
                add(Some(own.saturating_mul(100).saturating_add(item)), 1);
            }
        }
    }
    add(None, each.saturating_mul(20));
    Sheet {
        caption: vec![Cow::Borrowed("部门支出预算总表"), Cow::Borrowed("单位：元")],
        page: None,
        rows,
    }
}
