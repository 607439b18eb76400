/** The words of the files of plans and plan documents, in English; they load with what shows them. */
import type { AttachmentsWords } from './attachments.zh.ts'

export const attachmentsEn: AttachmentsWords = {
  title: 'Attachments',
  says: 'Floor plans, wiring, photos, the paper itself: kept with the plan, opened from the desk while it runs, named on the action cards.',
  none: 'No attachment yet. Choose a file, or drop one on this page.',
  ofDocument: 'Attachments of the whole document “{title}”',
  toDocument: 'Add or remove on the page of the document',
  count: '{count} attachment | {count} attachments',
  open: 'Open the attachments of “{plan}”: {count}',
  openTitle: 'Attachments: {plan}',
  withdrawSays:
    'Only if it is not used any more; the reason stays with the plan. It can be put back, and revisions that were approved with it still have it.',
  renameTitle: 'Rename {name}',
  name: 'Name',
  save: 'Save',
  thenHad: 'Attached when approved: {names}',
}
