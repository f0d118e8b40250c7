# The table of contents of the work. `make` alone prints it; every target installs what it needs.
.DEFAULT_GOAL := help
.PHONY: help demo test fuzz bench doors-bench docs floor c c-bench c-test python python-wheel python-wheel-small python-bench \
	wasm wasm-build wasm-test wasm-tools wasm-bench component component-bench component-test component-tools component-venv node toolchain

# The day of judgement of the demo: fixed, so that two people who run it read the same report.
AS_OF ?= 2026-07-01

# Where the C door is installed.
PREFIX ?= target/c-install

# The interpreter of the Python door, and how its wheel is built: `dist` is what is shipped.
PYTHON ?= python3
PYTHON_PROFILE ?= dist
PYTHON_HOME := target/python-venv/bin

# How the browser door is built for tests: `--quick` leaves the module as the compiler made it.
WASM ?=

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# The department's year of the demo; another seed makes another year.
SEED ?= 1
YEAR := target/year

demo: toolchain ## judge the published rows in examples/data, then a department's year against its ledger
	@cargo run --release --locked --example audit -- examples/data/*.csv examples/data/credit_lists/9*.csv \
		--as-of $(AS_OF) --out target/demo || test $$? -eq 1
	@cargo run -q --release --locked --example year -- --seed $(SEED) --out $(YEAR)
	@cargo run -q --release --locked --example audit -- $$(cat $(YEAR)/arguments) \
		--quiet --out $(YEAR)/report || test $$? -eq 1
	@cargo run -q --release --locked --example year -- --out $(YEAR) --compare $(YEAR)/report/findings.json
	@echo "published rows:      $(CURDIR)/target/demo/report.html"
	@echo "a department's year: $(CURDIR)/$(YEAR)/report/report.html"

test: toolchain ## all that must hold: format, lints, tests, documents, no_std and wasm32
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	cargo test --workspace --locked
	RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --locked
	cargo build -p gongkai --no-default-features --target wasm32-unknown-unknown --locked
	$(MAKE) c-test
	$(MAKE) python PYTHON_PROFILE=dev
	$(MAKE) wasm-test WASM=--quick
	$(MAKE) component-test WASM=--quick

# For how many seconds each target of `make fuzz` is tried.
SECONDS ?= 30
FUZZ_TARGETS := pack record request table words

fuzz: toolchain ## try random inputs of every sort, SECONDS each; what fails is kept below fuzz/artifacts
	@command -v cargo-fuzz > /dev/null || cargo install -q --locked cargo-fuzz
	@for target in $(FUZZ_TARGETS); do \
		mkdir -p target/fuzz/corpus/$$target; \
		cargo fuzz run --sanitizer none --target-dir target/fuzz $$target \
			target/fuzz/corpus/$$target fuzz/seeds/$$target -- \
			-max_total_time=$(SECONDS) -timeout=10 -rss_limit_mb=4096 -max_len=65536 -verbosity=0 || exit 1; \
	done

# How many rows `make bench` gives to the audit program.
ROWS ?= 1000000

bench: toolchain ## the judge, the screening and the sums of budgets beside comparable tools, an engine from its packs, a million rows, every door
	cargo bench -q --locked -p gongkai-bench
	test -x target/bench-venv/bin/python || $(PYTHON) -m venv target/bench-venv
	target/bench-venv/bin/pip install -q --disable-pip-version-check pandas
	target/bench-venv/bin/python tests/bench/budget_sums.py
	cargo run -q --release --locked -p gongkai-bench -- ratios target/criterion
	cargo run -q --release --locked -p gongkai-bench -- departments 100000
	cargo run -q --release --locked -p gongkai-bench -- together 100000 10000
	cargo run -q --release --locked -p gongkai-bench -- together 100000 100
	cargo build -q --release --locked -p gongkai-examples --example audit
	cargo run -q --release --locked -p gongkai-bench -- rows $(ROWS) target/release/examples/audit target/bench
	$(MAKE) doors-bench

doors-bench: c-bench python-bench wasm-bench component-bench ## every door beside Rust alone, and Python and JavaScript beside their peers

# What Rust alone takes for the cases of a folder: each door is measured beside it, in turns.
FLOOR := target/dist/examples/floor

floor: toolchain
	cargo run -q --locked -p gongkai-evidence -- target/evidence
	cargo build -q --locked --profile dist -p gongkai-evidence --example floor

c: toolchain ## install the C library, its header, pkg-config and CMake packages under PREFIX
	bindings/c/install.sh $(PREFIX)

c-bench: c floor ## what the C door costs beside Rust alone
	cc -std=c99 -O2 -I$(PREFIX)/include bindings/c/bench/measure.c -L$(PREFIX)/lib -Wl,-rpath,$(abspath $(PREFIX)/lib) -lgongkai -o target/c-measure
	$(FLOOR) target/evidence/ordinary target/c-measure

c-test: toolchain ## run the tests of the C door in C and C++
	cargo run -q --locked -p gongkai-evidence -- target/evidence
	bindings/c/install.sh target/c-test dev
	bindings/c/test.sh target/c-test target/evidence

python: python-wheel ## build the Python wheel, install it into target/python-venv and run its tests
	cargo run -q --locked -p gongkai-evidence -- target/evidence
	$(PYTHON_HOME)/python -m pytest -q -c bindings/python/pyproject.toml bindings/python/tests

python-wheel: toolchain
	rm -rf target/python-venv target/wheels
	$(PYTHON) -m venv target/python-venv
	$(PYTHON_HOME)/pip install -q --disable-pip-version-check maturin pytest mypy pandas pandas-stubs polars pyarrow
	$(PYTHON_HOME)/maturin build -q --locked --profile $(PYTHON_PROFILE) -m bindings/python/Cargo.toml -o target/wheels
	test $(PYTHON_PROFILE) = dev || $(MAKE) python-wheel-small
	$(PYTHON_HOME)/pip install -q --disable-pip-version-check target/wheels/gongkai-*.whl

# A better search for the same compression makes the wheel 3 % smaller; the code stays as fast as it is.
python-wheel-small:
	@test -x /usr/bin/advzip || { apt-get update -qq && apt-get install -y -qq advancecomp; }
	advzip -z -3 -q target/wheels/*.whl
	test $$(cat target/wheels/*.whl | wc -c) -le 2400000

python-bench: python-wheel floor ## what the Python door costs beside Rust alone and its peers, its size and the time of its import
	$(PYTHON_HOME)/pip install -q --disable-pip-version-check orjson jsonschema_rs
	$(PYTHON_HOME)/python bindings/python/bench/measure.py target/evidence $(FLOOR) target/wheels/*.whl

wasm: wasm-test ## build the browser door, run its tests in Node and Chromium, pack it into target/npm
	cd target/npm && npm pack --silent ./gongkai

wasm-build: toolchain wasm-tools
	node wasm/js/build.mjs $(WASM)

wasm-test: wasm-build
	cargo run -q --locked -p gongkai-evidence -- target/evidence
	cd wasm/js && npm test --silent

node:
	@command -v npm > /dev/null || { echo "Node.js 20 or later with npm is needed: https://nodejs.org"; exit 1; }

wasm-tools: node
	@test -x /usr/bin/chromium || { apt-get update -qq && apt-get install -y -qq chromium; }
	cd wasm/js && npm ci --silent --no-audit --no-fund

wasm-bench: wasm-build floor ## what the browser door costs beside Rust alone and its peers, and its size
	cd wasm/js && npm run --silent bench -- $(CURDIR)/$(FLOOR)
	cd wasm/js && npm run --silent bench-browser

component: toolchain component-tools ## build the WebAssembly component into target/component
	node wasm/component/build.mjs $(WASM)

component-test: component component-venv ## run the component under wasmtime and, by jco, in Node
	cargo run -q --locked -p gongkai-evidence -- target/evidence
	cd wasm/component && npm test --silent
	target/component-venv/bin/python -m pytest -q wasm/component/test

component-bench: component component-venv floor ## what the component costs beside Rust alone, under wasmtime and in Node
	$(FLOOR) target/evidence/ordinary target/component-venv/bin/python wasm/component/bench/under_wasmtime.py
	$(FLOOR) target/evidence/ordinary node wasm/component/bench/in_node.mjs

component-venv:
	test -x target/component-venv/bin/python || $(PYTHON) -m venv target/component-venv
	target/component-venv/bin/pip install -q --disable-pip-version-check wasmtime==50.0.1 pytest

component-tools: node
	cd wasm/component && npm ci --silent --no-audit --no-fund

docs: toolchain ## the law's own pages in target/site, and the reference of the Rust library in target/doc
	cargo run -q --release --locked --example site -- --out target/site
	cargo doc -q -p gongkai --no-deps --locked
	@echo "the law:   $(CURDIR)/target/site/index.html"
	@echo "reference: $(CURDIR)/target/doc/gongkai/index.html"

toolchain:
	@command -v rustup > /dev/null || { echo "rustup is needed: https://rustup.rs"; exit 1; }
	@rustup show active-toolchain > /dev/null 2>&1 || rustup toolchain install
	@rustup target list --installed | grep -qx wasm32-unknown-unknown || rustup target add wasm32-unknown-unknown
