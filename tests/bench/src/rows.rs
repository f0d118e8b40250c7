//! A table of many rows from a seed, through the audit program.

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// One row in so many is late, and one in so many has a wrong credit code.
const FAULTY: u64 = 20;

/// Writes so many licenses, gives them to the program, and prints how it fared.
pub(crate) fn measure(count: &str, program: &str, folder: &Path) -> Result<(), Box<dyn Error>> {
    let count: u64 = count.parse()?;
    std::fs::create_dir_all(folder)?;
    let table = folder.join("rows.csv");
    write(&table, count)?;
    let bytes = table.metadata()?.len();
    let (took, peak) = run(program, &table, &folder.join("out"))?;
    let seconds = took.as_secs_f64();
    #[expect(
        clippy::as_conversions,
        clippy::cast_precision_loss,
        reason = "a rate needs no exact number"
    )]
    let (rows, megabytes) = (count as f64 / seconds, bytes as f64 / 1e6 / seconds);
    println!("{count} rows through audit");
    println!("  {seconds:.2} s, {rows:.0} rows/s, {megabytes:.1} MB/s, peak memory {peak}");
    Ok(())
}

/// Licenses in order, but for the few that are not; the same for the same number.
fn write(path: &Path, count: u64) -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(File::create(path)?);
    writeln!(
        out,
        "行政许可决定书文号,行政许可决定文书名称,许可类别,行政相对人名称,行政相对人类别,统一社会信用代码,法定代表人,许可内容,\
         许可决定日期,有效期自,有效期至,许可机关,许可机关统一社会信用代码,当前状态,数据来源单位,数据来源单位统一社会信用代码,\
         公开日期,公开日期（信用中国）"
    )?;
    let mut random: u64 = 20_160_722;
    for row in 0..count {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let day = ((random >> 33) % 20).saturating_add(1);
        let faulty = (random >> 40) % FAULTY;
        let shown = if faulty == 1 {
            "2024-05-31"
        } else {
            "2024-03-22"
        };
        let code = if faulty == 2 {
            "91620100MA7241QX1D"
        } else {
            "91620100MA7241QX1C"
        };
        writeln!(
            out,
            "甘农许〔2024〕{row}号,农作物种子生产经营许可决定书,普通,甘肃陇原动物保健品有限公司,法人及非法人组织,{code},王某,\
             准予生产经营玉米杂交种子,2024-03-{day:02},2024-03-{day:02},2029-03-{day:02},甘肃省农业农村厅,\
             11620000013890129Y,1,甘肃省农业农村厅,11620000013890129Y,{shown},{shown}"
        )?;
    }
    Ok(out.flush()?)
}

/// How long the program took, and the most memory it held where the system says so.
#[expect(clippy::disallowed_methods, reason = "a measurement needs a clock")]
fn run(program: &str, table: &Path, out: &Path) -> Result<(Duration, String), Box<dyn Error>> {
    let start = Instant::now();
    let mut child = Command::new(program)
        .arg(table)
        .args(["--as-of", "2024-12-31", "--out"])
        .arg(out)
        .stdout(Stdio::null())
        .spawn()?;
    let mut peak = "unknown".to_owned();
    loop {
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id()));
        let line = status.ok().and_then(|status| {
            let mut lines = status.lines();
            lines.find_map(|line| Some(line.strip_prefix("VmHWM:")?.trim().to_owned()))
        });
        peak = line.unwrap_or(peak);
        match child.try_wait()? {
            Some(status) if status.code() == Some(2) => return Err("the program failed".into()),
            Some(_) => return Ok((start.elapsed(), peak)),
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    }
}
