/**
 * Names the values of an incident that newer events hold sealed and older ones in clear, in its
 * events and in its state alike: who looks for them, covers or seals them goes by this list.
 */
import { isSealed, type Guarded } from '../../sealed.ts'

export const GUARDED_KINDS = [
  'person',
  'phone',
  'channel',
  'commander',
  'reason',
  'evidence',
  'place',
] as const
export type GuardedKind = (typeof GUARDED_KINDS)[number]

/**
 * Of whoever acted for somebody else, of what is kept as evidence, of whom an alert went to, of who
 * forms the headquarters, of reports to those above, of tasks, of what an activation states, of who
 * commands, of whom an incident is passed on to, of the aftermath, and of whom a call goes to.
 */
const BELOW: Readonly<Record<string, Readonly<Record<string, GuardedKind>>>> = {
  onBehalfOf: { person: 'person', channel: 'channel' },
  evidence: { what: 'evidence', place: 'evidence' },
  EvidenceRecorded: { what: 'evidence', place: 'evidence' },
  EvidenceMayGo: { what: 'evidence' },
  EvidenceReleased: { what: 'evidence', to: 'person' },
  released: { to: 'person' },
  files: { name: 'person' },
  FileAttached: { name: 'person', what: 'evidence' },
  FileWithdrawn: { name: 'person' },
  told: { people: 'person' },
  headquarters: { person: 'person', duty: 'reason' },
  bulletins: { text: 'reason', signer: 'person', to: 'person', copies: 'person' },
  announcements: { text: 'reason' },
  AnnouncementComposed: { text: 'reason' },
  BulletinSent: { text: 'reason', signer: 'person', to: 'person', copies: 'person' },
  owner: { person: 'person' },
  named: { person: 'person' },
  TaskHeard: { person: 'person' },
  tasks: { text: 'reason' },
  stated: { matter: 'reason', measures: 'reason' },
  command: { person: 'person' },
  transfer: { body: 'person', person: 'person' },
  IncidentTransferred: { body: 'person', person: 'person' },
  aftercare: { whom: 'person', words: 'reason' },
  AftercareAdded: { whom: 'person', words: 'reason' },
  AftercareChanged: { words: 'reason' },
  AftercareDone: { whom: 'person', words: 'reason', finding: 'reason', measure: 'reason' },
  AftercareWithdrawn: { whom: 'person' },
  AftercareCorrected: { whom: 'person', finding: 'reason', measure: 'reason' },
  before: { finding: 'reason', measure: 'reason' },
  done: { words: 'reason', finding: 'reason', measure: 'reason' },
  inquiry: { course: 'reason', cause: 'reason', opinion: 'reason' },
  InquiryRecorded: { course: 'reason', cause: 'reason', opinion: 'reason' },
  handed: { to: 'person' },
  reviews: { cause: 'reason', well: 'reason', poor: 'reason', people: 'person' },
  ReviewRecorded: { cause: 'reason', well: 'reason', poor: 'reason', people: 'person' },
  lessons: { text: 'reason' },
  result: { handedTo: 'person' },
  ResultRecorded: { handedTo: 'person' },
  from: { person: 'person' },
  to: { person: 'person', who: 'person', number: 'phone' },
}
const ANYWHERE: Readonly<Record<string, GuardedKind>> = {
  reason: 'reason',
  commander: 'commander',
}

const isGuarded = (value: unknown): value is Guarded => typeof value === 'string' || isSealed(value)

/**
 * An event or a state of an incident with each of these values as `visit` gives it. The place of
 * the incident itself is none of them: whether it is guarded depends on its type.
 */
export function mapGuarded<T>(value: T, visit: (value: Guarded, kind: GuardedKind) => Guarded): T {
  const walk = (part: unknown, name: string): unknown => {
    if (Array.isArray(part)) return part.map((item) => walk(item, name))
    if (typeof part !== 'object' || part === null || isSealed(part)) return part
    const { type } = part as { type?: unknown }
    const here = BELOW[name] ?? (typeof type === 'string' ? BELOW[type] : undefined)
    return Object.fromEntries(
      Object.entries(part).map(([key, inner]) => {
        const kind = here?.[key] ?? ANYWHERE[key]
        if (kind === undefined) return [key, walk(inner, key)]
        if (isGuarded(inner)) return [key, visit(inner, kind)]
        if (!Array.isArray(inner)) return [key, walk(inner, key)]
        return [key, inner.map((item) => (isGuarded(item) ? visit(item, kind) : walk(item, key)))]
      }),
    )
  }
  return walk(value, '') as T
}
