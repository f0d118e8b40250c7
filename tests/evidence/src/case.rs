//! One call of the contract, as a line of text.

/// All calls, and the engines they are made to.
#[derive(Debug, Default)]
pub(crate) struct Cases {
    pub(crate) engines: Vec<String>,
    pub(crate) cases: Vec<Case>,
}

/// One call.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) engine: usize,
    pub(crate) function: &'static str,
    pub(crate) kind: String,
    pub(crate) as_of: String,
    pub(crate) payload: String,
}

impl Cases {
    /// The number of the engine with these options.
    pub(crate) fn engine(&mut self, options: String) -> usize {
        if let Some(known) = self.engines.iter().position(|other| *other == options) {
            return known;
        }
        self.engines.push(options);
        self.engines.len().saturating_sub(1)
    }

    /// Adds a call that takes one request.
    pub(crate) fn request(
        &mut self,
        engine: usize,
        function: &'static str,
        payload: impl Into<String>,
    ) {
        let (kind, as_of) = (String::new(), String::new());
        self.push(Case {
            engine,
            function,
            kind,
            as_of,
            payload: payload.into(),
        });
    }

    /// Adds a call, on one line.
    pub(crate) fn push(&mut self, case: Case) {
        let payload = case.payload.replace(['\n', '\r', '\t'], " ");
        self.cases.push(Case { payload, ..case });
    }

    pub(crate) fn engines_text(&self) -> String {
        self.engines
            .iter()
            .map(|options| options.clone() + "\n")
            .collect()
    }

    pub(crate) fn text(&self) -> String {
        let lines = self.cases.iter().map(|case| {
            let engine = case.engine.to_string();
            [
                &engine,
                case.function,
                &case.kind,
                &case.as_of,
                &case.payload,
            ]
            .join("\t")
                + "\n"
        });
        lines.collect()
    }
}
