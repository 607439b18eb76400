/**
 * Lists every field of the console in which somebody types, with how its words are kept
 * (src-renderer/console/README.md, "To add a form").
 */
import { expect, it } from 'vitest'

const files = import.meta.glob<string>('../../../src-renderer/console/**/*.vue', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const ROOT = '../../../src-renderer/console/'
const sourceOf = (name: string): string => files[ROOT + name] ?? ''

/** What is chosen or read is not typed. */
const CHOSEN = /\btype="(radio|checkbox|file|range)"|\sreadonly\b/
const tags = (source: string): string[] =>
  source.match(/<(?:input|textarea|TextAreaField|FactField|OwnerField)\b(?:"[^"]*"|[^">])*>/g) ?? []
const isTypedIn = (source: string): boolean => tags(source).some((tag) => !CHOSEN.test(tag))

/** `useFormDraft`: over Esc, reload, page and incident, until it is saved or cleared. */
const DRAFT = [
  'components/actions/ActionDialog.vue',
  'components/ReasonDialog.vue',
  'components/aftermath/AftercareCorrectForm.vue',
  'components/aftermath/AftercareDoneForm.vue',
  'components/aftermath/AftercareForm.vue',
  'components/aftermath/InquiryForm.vue',
  'components/aftermath/ReviewForm.vue',
  'pages/now/supplies/SuppliesDialog.vue',
  'pages/readiness/supplies/SupplyDialog.vue',
  'pages/readiness/supplies/SupplyTurnDialog.vue',
  'pages/readiness/supplies/TakingSheet.vue',
  'components/bulletin/BulletinDialog.vue',
  'pages/readiness/drills/ArrangeDialog.vue',
  'pages/readiness/drills/EvaluationForm.vue',
  'pages/readiness/drills/FindingsPart.vue',
  'pages/readiness/drills/ImproviseForm.vue',
  'pages/readiness/drills/PlanScript.vue',
  'pages/readiness/drills/ReportOutPart.vue',
  'components/bulletin/CopiesForm.vue',
  'app/frame/RoomBar.vue',
  'pages/handover/NotesPart.vue',
  'pages/handover/SignPart.vue',
  'pages/now/assess/AssessDialog.vue',
  'pages/now/calls/CallCard.vue',
  'pages/now/announce/AnnounceDialog.vue',
  'pages/now/callers/CallerName.vue',
  'pages/now/callers/VerifyDialog.vue',
  'pages/now/evidence/EvidenceDialog.vue',
  'pages/now/files/ReleaseDialog.vue',
  'pages/now/incident/AmendDialog.vue',
  'pages/now/incident/GateDialog.vue',
  'pages/now/incident/HeadquartersDialog.vue',
  'pages/now/incident/TaskDialog.vue',
  'pages/now/incident/TransferDialog.vue',
  'pages/now/incident/WatchDialog.vue',
  'pages/now/list/ArchiveDialog.vue',
  'pages/now/next/OutcomeDialog.vue',
  'pages/now/plans/PlanDialog.vue',
  'pages/now/steps/AnswerOptions.vue',
  'pages/now/timeline/TimelinePane.vue',
  'pages/now/warning/WarningActs.vue',
  'pages/now/warning/WarningDialog.vue',
  'pages/now/worklist/AddEntry.vue',
  'pages/power-cut/EnterPart.vue',
  'pages/plans/document/edit/record/ApproveDocument.vue',
  'pages/plans/library/NewDocumentDialog.vue',
  'pages/plans/edit/files/NewPlanDialog.vue',
  'pages/plans/edit/record/ApproveDialog.vue',
  'pages/plans/library/LibraryPage.vue',
  'pages/plans/paper/PaperDialog.vue',
  'pages/plans/paper/PaperSource.vue',
  'pages/readiness/checks/ItemRow.vue',
  'pages/readiness/checks/RunView.vue',
  'pages/readiness/checks/ScanField.vue',
  'pages/readiness/checks/SignBar.vue',
  'pages/readiness/policies/PolicyDialog.vue',
  'pages/readiness/training/CourseDialog.vue',
  'pages/readiness/training/ImportDialog.vue',
  'pages/readiness/training/SessionDialog.vue',
  'pages/report/ReportSection.vue',
  'pages/report/SigningDialog.vue',
  'pages/site/ArchivePart.vue',
  'pages/site/AttentionPart.vue',
  'pages/site/BackupPart.vue',
  'pages/site/CalendarPart.vue',
  'pages/site/ReportPart.vue',
  'pages/site/RestorePart.vue',
  'pages/site/retention/RetentionPart.vue',
  'pages/site/SiteForm.vue',
  'pages/site/WallPart.vue',
  'pages/site/duty/CopyDutyDialog.vue',
  'pages/site/duty/DutyPart.vue',
  'pages/site/duty/ShiftDialog.vue',
  'pages/site/duty/UsualShiftsDialog.vue',
  'pages/site/people/GroupDialog.vue',
  'pages/site/people/LeaveDialog.vue',
  'pages/site/people/PersonDialog.vue',
  'pages/site/people/QuickPerson.vue',
  'pages/site/posts/PostDialog.vue',
  'pages/site/contacts/ContactDialog.vue',
  'pages/site/contacts/ContactsPart.vue',
  'pages/site/contacts/MissingNumbers.vue',
  'pages/site/contacts/VerificationMonths.vue',
  'pages/site/contacts/VerifyDialog.vue',
  'pages/site/outlets/OutletDialog.vue',
  'pages/site/places/PlaceDialog.vue',
  'pages/site/places/PlaceLines.vue',
  'pages/site/places/PlacesPart.vue',
  'pages/site/walls/SelfTestTimes.vue',
  'pages/site/walls/WallDialog.vue',
]

/** What stands there is looked at and never sent. */
const RECORDS_NOTHING = [
  'pages/plans/library/LibraryPage.vue',
  'pages/site/WallPart.vue',
  'pages/site/contacts/ContactsPart.vue',
  'pages/site/places/PlacesPart.vue',
]

/** Fields that write into the form of somebody else. */
const WITHIN: Record<string, string | readonly string[]> = {
  'components/TextAreaField.vue': 'its surroundings',
  'components/OwnerField.vue': 'its surroundings',
  'app/intake/NarrativeField.vue': 'app/intake/IntakeBar.vue',
  'pages/now/assess/AccidentFields.vue': 'pages/now/assess/AssessDialog.vue',
  'pages/now/plans/ActivationFields.vue': 'pages/now/plans/PlanDialog.vue',
  'pages/now/aftermath/ResultFields.vue': 'pages/now/incident/MoveDialog.vue',
  'pages/now/evidence/EvidenceFields.vue': 'pages/now/next/OutcomeDialog.vue',
  'pages/site/ReasonAndSave.vue': 'its surroundings',
  'pages/site/retention/ExceptionRows.vue': 'pages/site/retention/RetentionPart.vue',
  'pages/site/duty/CellField.vue': 'pages/site/duty/DutyPart.vue',
  'pages/site/people/PhonesField.vue': 'its surroundings',
  'pages/site/walls/LookFields.vue': 'pages/site/walls/WallDialog.vue',
  'pages/site/walls/PanelFields.vue': 'pages/site/walls/WallDialog.vue',
  'pages/readiness/drills/ParticipantRows.vue': [
    'pages/readiness/drills/ArrangeDialog.vue',
    'pages/readiness/drills/CountDialog.vue',
  ],
  'pages/readiness/drills/ScriptRows.vue': [
    'pages/readiness/drills/PlanScript.vue',
    'pages/readiness/drills/ScriptDialog.vue',
  ],
  'pages/site/ListSearch.vue': [
    'pages/site/contacts/ContactsPart.vue',
    'pages/site/places/PlacesPart.vue',
  ],
  'pages/readiness/checks/ItemFields.vue': 'pages/readiness/checks/ChecklistDialog.vue',
  'pages/readiness/checks/PointFields.vue': 'pages/readiness/checks/ChecklistDialog.vue',
  'pages/readiness/checks/RhythmFields.vue': 'pages/readiness/checks/ChecklistDialog.vue',
  'pages/site/contacts/NumberFields.vue': 'pages/site/contacts/ContactDialog.vue',
  'pages/readiness/upkeep/dialogs/MeasureFieldset.vue':
    'pages/readiness/upkeep/dialogs/DemandDialog.vue',
  'pages/power-cut/AnswerLines.vue': 'pages/power-cut/EnterPart.vue',
  'components/bulletin/BlankAnswer.vue': 'components/bulletin/BulletinDialog.vue',
  'pages/power-cut/OtherLines.vue': 'pages/power-cut/EnterPart.vue',
  'pages/plans/edit/record/ApprovalFields.vue': [
    'pages/plans/edit/record/ApproveDialog.vue',
    'pages/plans/document/edit/record/ApproveDocument.vue',
  ],
  'pages/plans/edit/record/ApprovedBy.vue': [
    'pages/plans/edit/record/AbolishForm.vue',
    'pages/plans/edit/record/ApproveDialog.vue',
  ],
  'pages/plans/edit/fields/LocalizedField.vue': 'pages/plans/edit/files/NewPlanDialog.vue',
  'pages/power-cut/TimeField.vue': 'pages/power-cut/EnterPart.vue',
}

/** `useEntryForm`, which has the draft of a dialog that is one form. */
const ENTRY = [
  ...['Arrangement', 'Demand', 'Filing', 'Import', 'Issue', 'Judge', 'Known', 'Settle', 'Statement']
    .concat('Supplement', 'Talk')
    .map((name) => `readiness/upkeep/dialogs/${name}`),
  ...['Checklist', 'Event', 'Hazard', 'Risk', 'Start'].map((name) => `readiness/checks/${name}`),
  ...['drills/Count', 'drills/Script', 'supplies/Review', 'training/PaperExam'].map(
    (name) => `readiness/${name}`,
  ),
  ...[
    'actions/Check',
    'actions/Done',
    'now/incident/Command',
    'plans/library/PutAway',
    'site/hq/Pair',
  ],
]
  .map((name) => `pages/${name}Dialog.vue`)
  .concat('components/supplies/RequestDialog.vue', 'pages/plans/edit/record/AbolishForm.vue')

/** Kept in another way, or on purpose not at all. */
const OTHERWISE: Record<string, string> = {
  'components/attachments/RenameDialog.vue': 'the name stands there already',
  'components/supplies/SettleActs.vue': 'how much is out stands there already',
  'pages/readiness/supplies/SupplyList.vue': 'what is looked for in the list is never sent',
  'app/intake/IntakeBar.vue': 'app/intake/intake-draft.ts: reload, Esc with Ctrl+Z',
  'app/intake/HeardLine.vue': 'app/intake/intake-draft.ts, too',
  'app/intake/WhoField.vue': 'app/intake/intake-draft.ts, too',
  'app/frame/SignOnDialog.vue': 'who signs on is nobody yet to whom a draft could belong',
  'app/frame/CodeDialog.vue': 'secret',
  'pages/site/SetCodeForm.vue': 'secret',
  'pages/site/import/FilePart.vue':
    'pages/site/import/import-desk.ts: while the tab lives, a reload asks first',
  'pages/history/list/HistoryList.vue': 'the address holds the search',
  'pages/site/register-import/ListColumns.vue': 'how a file is read: it goes with the file',
  'pages/site/register-import/RosterColumns.vue': 'how a file is read: it goes with the file',
  'pages/site/register-import/NewShifts.vue': 'what a file names: it goes with the file',
  'pages/site/register-import/RegisterFiles.vue': 'the month of a file, which is never sent',
  'pages/site/retention/PersonSearch.vue': 'a person who is looked up is never sent anywhere',
  'pages/site/people/PeoplePart.vue': 'what is looked for in the list is never sent',
  'pages/site/people/PersonField.vue': 'a name that is looked for: once chosen it is saved at once',
}
/** Of a plan in the editor: the draft that the station keeps (use-draft.ts). */
const EDITOR = 'pages/plans/edit/'
const EDITOR_PARTS = [
  'dry/DryStart.vue',
  'fields/CallsField.vue',
  'fields/DueWords.vue',
  'fields/DurationField.vue',
  'fields/IdField.vue',
  'fields/NumberField.vue',
  'fields/WordsPick.vue',
  'outline/OutlineRow.vue',
].map((name) => EDITOR + name)
/** Of a document in its editor: likewise. */
const DOCUMENT_PARTS = [
  'BasicsPart.vue',
  'ClausesPart.vue',
  'ContactsPart.vue',
  'TypesPart.vue',
].map((name) => `pages/plans/document/edit/parts/${name}`)

it('keeps the words of every form, and a new one says how', () => {
  const typed = Object.keys(files)
    .map((path) => path.slice(ROOT.length))
    .filter((name) => isTypedIn(sourceOf(name)))
  const direct = [...DRAFT, ...ENTRY].filter(
    (name) => isTypedIn(sourceOf(name)) || !Object.values(WITHIN).flat().includes(name),
  )
  expect(typed.sort()).toEqual(
    [
      ...direct,
      ...Object.keys(WITHIN),
      ...Object.keys(OTHERWISE),
      ...EDITOR_PARTS,
      ...DOCUMENT_PARTS,
    ].sort(),
  )
})

it.each(ENTRY)('%s gives its words a way back by the form that they share', (name) => {
  expect(sourceOf(name)).toMatch(/useEntryForm(<\w+>)?\(/)
  expect(sourceOf(name)).toMatch(/<FormDialog\b/)
})

it.each(DRAFT)('%s gives its words a way back, and shows it', (name) => {
  const source = sourceOf(name)
  expect(source).toContain('useFormDraft(')
  expect(/<(DraftNote|AppDialog|FormDialog)\b/.test(source)).toBe(true)
  expect(/\.(saved|sent)\(\)/.test(source) || RECORDS_NOTHING.includes(name)).toBe(true)
})

it('keeps no secret: a field that hides what is typed has no draft', () => {
  for (const [path, source] of Object.entries(files))
    if (source.includes('type="password"')) expect(source, path).not.toContain('useFormDraft')
})
