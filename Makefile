# The table of contents of the work. `make` alone prints it; every target installs what it needs.
.DEFAULT_GOAL := help
.PHONY: help demo test docs toolchain

# The day of judgement of the demo: fixed, so that two people who run it read the same report.
AS_OF ?= 2026-07-01

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-6s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: toolchain ## judge the published rows in examples/data and write target/demo/report.html
	@cargo run --release --locked --example audit -- examples/data/*.csv examples/data/credit_lists/9*.csv \
		--as-of $(AS_OF) --out target/demo || test $$? -eq 1
	@echo "report: $(CURDIR)/target/demo/report.html"

test: toolchain ## all that must hold: format, lints, tests, documents, no_std and wasm32
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	cargo test --workspace --locked
	RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --locked
	cargo build -p gongkai --no-default-features --target wasm32-unknown-unknown --locked

docs: toolchain ## the reference of the Rust library, in target/doc
	cargo doc -p gongkai --no-deps --locked
	@echo "reference: $(CURDIR)/target/doc/gongkai/index.html"

toolchain:
	@command -v rustup > /dev/null || { echo "rustup is needed: https://rustup.rs"; exit 1; }
	@rustup show active-toolchain > /dev/null 2>&1 || rustup toolchain install
	@rustup target list --installed | grep -qx wasm32-unknown-unknown || rustup target add wasm32-unknown-unknown
