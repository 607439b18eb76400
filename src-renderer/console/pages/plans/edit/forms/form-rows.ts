/**
 * The rows of a form as a table: which key of its part a row edits, what it is called, and with
 * which control. FormRow.vue draws them, the list of findings takes the names.
 */
import type { KeyOf } from '#renderer/i18n/index.ts'
import type { EditorWords } from '#renderer/i18n/editor.zh.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import type { EditedPlan } from '../draft/draft-types.ts'
import type { Unit } from '../draft/duration.ts'
import type { Choice } from '#renderer/console/components/choices.ts'
import type { PlanOptions } from '../plan-options.ts'

export type EditorKey = KeyOf<EditorWords>

/** What a row is drawn with: words, what may be chosen, and the plan that it belongs to. */
export type FormContext = {
  t: (key: EditorKey, named?: Record<string, unknown>) => string
  tr: (text: LocalizedText) => string
  options: PlanOptions
  draft: EditedPlan
}

/** What each control takes besides its value and its name. */
type ControlProps = {
  words: { room?: { zh: number; en: number }; blanks?: readonly string[]; lines?: boolean }
  choice: { choices: readonly Choice[]; empty?: string }
  pick: { choices: readonly Choice[]; empty?: string; wide?: boolean }
  many: { choices: readonly Choice[]; placeholder?: string; wide?: boolean; keep?: boolean }
  tags: { placeholder: string }
  texts: { name: string; add: string }
  duration: { units?: readonly Unit[] }
  anchor: object
  due: { self: string }
  when: { self: string }
  clause: object
  clauses: object
  flag: object
  calls: object
  escalation: object
}
export type ControlKind = keyof ControlProps

type ControlOf<Part, Kind extends ControlKind> = {
  as: Kind
  key: keyof Part & string
  label: EditorKey
  /** The words before it, where it stands beside others. */
  caption?: EditorKey
  /** How the value of the part is shown, and how what was chosen is written. */
  shown?: (value: unknown) => unknown
  written?: (value: unknown) => unknown
  /** Writes the value, with what else is made of it; by default the key alone. */
  write?: (part: Part, value: unknown, context: FormContext) => void
} & (object extends ControlProps[Kind]
  ? { props?: (context: FormContext, part: Part) => ControlProps[Kind] }
  : { props: (context: FormContext, part: Part) => ControlProps[Kind] })
export type Control<Part> = { [Kind in ControlKind]: ControlOf<Part, Kind> }[ControlKind]

/** Controls beside each other: under no name, in one line, each behind its caption, or as marks. */
export type Line<Part> = {
  as: 'bare' | 'line' | 'labelled' | 'flags'
  controls: readonly Control<Part>[]
}

type Place<Part> = {
  hint?: EditorKey | ((part: Part) => EditorKey | null)
  /** Whether there is such a row at all. */
  when?: (part: Part) => boolean
  /** Findings of its parts are told here, too. By default they are. */
  deep?: boolean
  /** A plan may leave it out: the words of the button that puts it there, and what is put. */
  add?: EditorKey
  put?: (part: Part, context: FormContext) => void
  /** Typed words that fill it, shown beside that button. */
  inWords?: 'when' | 'due'
  /** Takes it out again; by default the key becomes undefined. */
  take?: (part: Part) => void
}
type Lines<Part> = {
  [Key in keyof Part & string]: {
    key: Key
    label: EditorKey
    lines: readonly Line<NonNullable<Part[Key]>>[]
  }
}[keyof Part & string]

/**
 * What a part may be marked as, each with its own findings. `whole`: findings of the part itself
 * are told here.
 */
type Marks<Part> = {
  key: 'marks'
  label: EditorKey
  whole?: boolean
  marks: readonly { key: keyof Part & string; label: EditorKey; hint?: EditorKey }[]
}

/** What the form draws itself, in the slot of the row. */
type Own = { as: 'own'; key: string; label: EditorKey }

/** One row: a control, lines of controls for the parts of its value, or marks. */
export type Row<Part> = Place<Part> & (Control<Part> | Own | Lines<Part> | Marks<Part>)
/** `fold`: it is asked for seldom, and open only where something of it is written or missing. */
export type Section<Part> = {
  title: EditorKey | null
  rows: readonly Row<Part>[]
  fold?: (part: Part) => boolean
  /** What of it is written, in a few words, while it is folded. */
  says?: (part: Part, context: FormContext) => readonly string[]
}

/** Nothing of a part is written at these keys. */
export const isBare = <Part extends object>(part: Part, keys: readonly (keyof Part)[]): boolean =>
  keys.every((key) => {
    const value = part[key]
    return value === undefined || value === false || (Array.isArray(value) && value.length === 0)
  })

/** The names of the rows at which something is written. */
export const writtenRows =
  <Part extends object>(rows: readonly Row<Part>[]): NonNullable<Section<Part>['says']> =>
  (part, { t }) =>
    rows.flatMap((row) =>
      ('marks' in row ? row.marks : [row]).flatMap(({ key, label }) =>
        isBare(part, [key as keyof Part]) ? [] : [t(label)],
      ),
    )

/** What the rows call the fields of their part. */
export const labelsOf = <Part>(
  rows: readonly Row<Part>[],
): Readonly<Partial<Record<string, EditorKey>>> =>
  Object.fromEntries(
    rows.flatMap((row) =>
      ('marks' in row ? row.marks : [row]).map(({ key, label }) => [key, label]),
    ),
  )
