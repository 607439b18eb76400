/** The form of what became of a step, as it stands before anybody types. */
import type { OutcomeDraft } from '#renderer/console/pages/now/next/outcome.ts'

export const draft = (part: Partial<OutcomeDraft> = {}): OutcomeDraft => ({
  outcome: 'done',
  reason: '',
  behalf: false,
  person: '',
  channel: '',
  words: '',
  time: '',
  note: '',
  evidence: [],
  ...part,
})
