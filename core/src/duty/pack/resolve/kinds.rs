//! Kinds of record: groups, channels and list entries unfolded into one flat list of fields.

use super::once;
use crate::duty::law::Law;
use crate::duty::pack::Trouble;
use crate::duty::source::{self, Channel, Group, Kind};
use crate::error::ErrorCode;
use crate::lazy::Lazy;
use crate::record::codes::CodeList;
use crate::record::schema::{Field, FieldType, Part, Schema, Slot};
use crate::words::{Label, amount::Unit};
use alloc::{format, string::String, sync::Arc, vec::Vec};

/// The most fields a kind can have once channels and entries are unfolded.
const MOST_FIELDS: usize = 4096;

/// The most fields that all kinds can have together.
const MOST_IN_ALL: usize = 65_536;

/// Checks the kinds of all packs, and unfolds them.
pub(super) fn check(law: &Law, troubles: &mut Vec<Trouble>) {
    let groups = law.groups.iter();
    once(
        groups.map(|group| (group.id.as_str(), group.id.as_str())),
        "group",
        troubles,
    );
    let kinds = law.kinds.iter().map(|kind| kind.source.head().as_str());
    once(kinds.map(|kind| (kind, kind)), "kind", troubles);
    for group in &law.groups {
        for kind in group.kinds.iter().filter(|id| law.kind(id).is_none()) {
            troubles.push(Trouble::unknown(&group.id, "kind", kind));
        }
    }
    let mut room = MOST_IN_ALL;
    for (number, kind) in law.kinds.iter().enumerate() {
        if let Some(schema) = unfold(law, number, &mut room, troubles) {
            kind.schema.get_or_make(|| schema);
        }
    }
}

/// One kind unfolded.
pub(in crate::duty) fn unfold(
    law: &Law,
    number: usize,
    room: &mut usize,
    troubles: &mut Vec<Trouble>,
) -> Option<Arc<Schema>> {
    let unfolding = Unfolding {
        kind: &law.kinds.get(number)?.source,
        channels: &law.channels,
        lists: &law.lists,
        room,
        troubles,
    };
    unfolding.schema(&law.groups).map(Arc::new)
}

/// One kind being unfolded.
struct Unfolding<'a> {
    kind: &'a Kind,
    channels: &'a [Channel],
    lists: &'a [Lazy<CodeList>],
    /// How many fields all kinds may still get.
    room: &'a mut usize,
    troubles: &'a mut Vec<Trouble>,
}

impl Unfolding<'_> {
    fn schema(mut self, groups: &[Lazy<Group>]) -> Option<Schema> {
        let fields = self.fields(groups);
        once(
            fields
                .iter()
                .map(|field| (self.kind.id.as_str(), field.id.as_str())),
            "field",
            self.troubles,
        );
        let schema = Schema {
            id: self.kind.id.clone(),
            title: self.kind.title.clone(),
            event: 0,
            key: Vec::new(),
            routes: self.kind.routes.clone(),
            fields,
        };
        let event = self.slot(&schema, &self.kind.event)?;
        if schema
            .field(event)
            .is_some_and(|field| field.kind != FieldType::Date)
        {
            self.trouble(
                ErrorCode::PackValue,
                &self.kind.event,
                "the event is not a date field",
            );
        }
        let key = self
            .kind
            .key
            .iter()
            .filter_map(|id| self.slot(&schema, id))
            .collect();
        Some(Schema {
            event,
            key,
            ..schema
        })
    }

    fn fields(&mut self, groups: &[Lazy<Group>]) -> Vec<Field> {
        for id in self
            .kind
            .groups
            .iter()
            .filter(|id| !groups.iter().any(|group| group.id == **id))
        {
            self.troubles
                .push(Trouble::unknown(&self.kind.id, "group", id));
        }
        let shared = groups
            .iter()
            .filter(|group| {
                self.kind.groups.contains(&group.id) || group.kinds.contains(&self.kind.id)
            })
            .flat_map(|group| &group.field);
        let fields: Vec<&source::Field> = self.kind.field.iter().chain(shared).collect();
        let most = MOST_FIELDS.min(*self.room);
        let mut unfolded: Vec<Field> = Vec::new();
        for field in fields {
            unfolded.extend(self.unfold(field));
            // Few fields may unfold to very many: none more is begun once there are too many.
            if unfolded.len() > most {
                let message = format!("the kind has too many fields, more than {most}");
                self.trouble(ErrorCode::PackTooLarge, &self.kind.id, &message);
                break;
            }
        }
        *self.room = self.room.saturating_sub(unfolded.len());
        unfolded
    }

    fn unfold(&mut self, field: &source::Field) -> Vec<Field> {
        let Some(kind) = self.field_type(field) else {
            return Vec::new();
        };
        let one = Field {
            id: field.id.clone(),
            pointer: format!("/{}", field.id.replace('.', "/")),
            label: field.label.clone(),
            kind,
            sensitive: field.sensitive,
            columns: field.columns.clone(),
            help: field.help.clone(),
            part: None,
        };
        match field.per.as_deref() {
            None => alloc::vec![one],
            Some("channel") => self
                .channels
                .iter()
                .map(|channel| part_of(&one, &channel.label, Part::Channel(channel.id.clone())))
                .collect(),
            Some(list) => self.per_entry(&one, list),
        }
    }

    fn field_type(&mut self, field: &source::Field) -> Option<FieldType> {
        let kind = match field.kind.as_str() {
            "text" => FieldType::Text,
            "date" => FieldType::Date,
            "code" => FieldType::Code(self.list(field)?),
            "credit-code" => FieldType::CreditCode,
            "organization-code" => FieldType::OrganizationCode,
            "registration-number" => FieldType::RegistrationNumber,
            "resident-id" => FieldType::ResidentId,
            "document-number" => FieldType::DocumentNumber,
            "amount" => FieldType::Amount(self.unit(field)?),
            "integer" => FieldType::Integer,
            "decimal" => FieldType::Decimal,
            "percent" => FieldType::Percent,
            "year" => FieldType::Year,
            "flag" => FieldType::Flag,
            other => {
                self.trouble(ErrorCode::PackValue, other, "there is no such field type");
                return None;
            }
        };
        Some(kind)
    }

    fn per_entry(&mut self, field: &Field, list: &str) -> Vec<Field> {
        let Some(list) = self.lists.iter().find(|other| other.head().id == list) else {
            let message = "`per` is `channel` or the id of a list";
            self.trouble(ErrorCode::PackUnknownName, list, message);
            return Vec::new();
        };
        if list.supplied {
            let message =
                "a field cannot exist once per entry of a list that comes with the request";
            self.trouble(ErrorCode::PackValue, &list.id, message);
        }
        let entries = list.entries.iter().take(MOST_FIELDS.saturating_add(1));
        entries
            .map(|entry| part_of(field, &entry.label, Part::Entry(entry.code.clone())))
            .collect()
    }

    fn list(&mut self, field: &source::Field) -> Option<u16> {
        let id = field.list.as_deref().unwrap_or("");
        let position = self.lists.iter().position(|list| list.head().id == id);
        if position.is_none() {
            self.troubles
                .push(Trouble::unknown(&self.kind.id, "list", id));
        }
        u16::try_from(position?).ok()
    }

    fn unit(&mut self, field: &source::Field) -> Option<Unit> {
        match field.unit.as_deref() {
            Some("yuan") => Some(Unit::Yuan),
            Some("wan-yuan") => Some(Unit::WanYuan),
            _ => {
                self.trouble(
                    ErrorCode::PackValue,
                    &field.id,
                    "an amount needs the unit `yuan` or `wan-yuan`",
                );
                None
            }
        }
    }

    fn slot(&mut self, schema: &Schema, id: &str) -> Option<Slot> {
        let slot = schema.slot(id);
        if slot.is_none() {
            self.troubles
                .push(Trouble::unknown(&self.kind.id, "field", id));
        }
        slot
    }

    fn trouble(&mut self, code: ErrorCode, word: &str, message: &str) {
        self.troubles
            .push(Trouble::new(code, &self.kind.id, word, message));
    }
}

/// The field as it exists for one channel or entry; it takes its columns from editions.
fn part_of(field: &Field, of: &Label, part: Part) -> Field {
    let id = match &part {
        Part::Channel(id) | Part::Entry(id) => id,
    };
    Field {
        id: format!("{}.{id}", field.id),
        pointer: format!("{}/{}", field.pointer, id.replace('.', "/")),
        label: Label {
            zh: format!("{}（{}）", field.label.zh, of.zh),
            en: format!("{} ({})", field.label.en, of.en),
        },
        columns: Vec::<String>::new(),
        part: Some(part),
        ..field.clone()
    }
}
