/**
 * The table of what has obligations: one line a feature. Each says what it is worked out from; it
 * is worked out again only when that has changed, a day has begun, or an instant has passed.
 */
import { obligationsOfDrills } from '#shared/domain/drill/obligations.ts'
import {
  nextOccasionEnd,
  nextSlotAt,
  obligationsOfChecks,
  obligationsOfOccasions,
} from '#shared/domain/check/obligations.ts'
import { obligationsOfActions } from '#shared/domain/corrective-action/obligations.ts'
import {
  obligationOfEvidence,
  obligationsOfAftermath,
  owingOf,
} from '#shared/domain/incident/obligations.ts'
import { withControlRoom } from '#shared/domain/duty/roster.ts'
import { concerns } from '#shared/domain/plan/concerns.ts'
import { DUE_MONTHS } from '#shared/domain/contacts/contact.ts'
import type { Obligation } from '#shared/domain/readiness/obligation.ts'
import {
  calendarDates,
  numbersDue,
  postsLeftEmpty,
  shortShifts,
} from '#shared/domain/readiness/coming.ts'
import type { ComingDate } from '#shared/domain/readiness/coming-dates.ts'
import {
  CONTACT_KINDS,
  contactPosts,
  hallsWithoutContact,
} from '#shared/domain/readiness/hall-contacts.ts'
import { obligationsOfDates } from '#shared/domain/readiness/of-dates.ts'
import { requiredPosts } from '#shared/domain/readiness/required-posts.ts'
import { obligationsOfRisks } from '#shared/domain/risk/obligations.ts'
import { firstEntered, obligationsOfTakings } from '#shared/domain/stock-taking/obligations.ts'
import { obligationsOfSupplies } from '#shared/domain/supplies/obligations.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { obligationsOfUpkeep, type UpkeepSubjectDues } from '#shared/domain/upkeep/obligations.ts'
import type { DocumentKind } from '#shared/domain/streams.ts'
import { obligationsOfSignOff, obligationsOfTraining } from '#shared/domain/training/obligations.ts'
import { allDrills } from '../drill/decided.ts'
import { sinceOf } from '../drill/since.ts'
import { HOUR_MS } from '#shared/domain/units.ts'
import { owedAway, owedAwayVersions, titleIn } from '../incident/aftermath-due.ts'
import { endingSoon } from '../incident/keeping.ts'
import { aroundOf } from '../check/occasion-data.ts'
import { controlRoomPersons } from '../duty/control-room.ts'
import { postNames } from '../people/names.ts'
import { signOffsByPlan, termsIn, trainingState } from '../training/data.ts'
import { allUpkeepThings, duesOf } from '../upkeep/data.ts'
import type { ReadinessAround } from './around.ts'

/**
 * `basis`: what it reads beside the day, the calendar and the policies, compared by identity: it is
 * worked out again as soon as one of them is another. `nextAt`: when (UTC ms) it may become another
 * by itself within the day, beside the `dueAt` of its obligations; null: it does not.
 */
export type ObligationSource = {
  basis: (around: ReadinessAround) => readonly unknown[]
  obligations: (around: ReadinessAround) => readonly Obligation[] | Promise<readonly Obligation[]>
  nextAt?: (around: ReadinessAround) => number | null
}

/** All documents of these kinds: another list as soon as one of them was saved. */
export const documentsOf = (
  { memory }: Pick<ReadinessAround, 'memory'>,
  ...kinds: readonly DocumentKind[]
): readonly unknown[] => kinds.map((kind) => memory.documents.all(kind))

const staff: ObligationSource = {
  basis: (around) => [
    ...documentsOf(around, 'roster', 'register', 'duty', 'places'),
    around.library.plans(),
  ],
  nextAt: ({ memory, at }) => memory.whoIsOn(at).until,
  obligations(around) {
    const { memory, library, zone, at, policies } = around
    const duty = withControlRoom(memory.duty(), controlRoomPersons(policies))
    const register = memory.register()
    const nameOfPost = postNames(around)
    const nameOf = ({ kind, about }: ComingDate): LocalizedText | null =>
      kind === 'post'
        ? nameOfPost(about ?? '')
        : (duty?.shifts.find(({ id }) => id === about)?.name ?? null)
    const { presence } = memory.whoIsOn(at)
    const places = memory.places()
    // without a roster nobody can say who is there
    const required = presence ? requiredPosts(library.plans(), register).map(({ id }) => id) : []
    const people = { register, duty, zone }
    const left = [...new Set([...required, ...contactPosts(places)])]
    return [
      ...obligationsOfDates(
        [...postsLeftEmpty(left, people, at), ...shortShifts(people, at)],
        nameOf,
      ),
      ...(concerns(CONTACT_KINDS, memory.site.kinds) ? hallsWithoutContact(places, presence) : []),
    ]
  },
}

const upkeep: ObligationSource = {
  basis: (around) => [
    ...documentsOf(around, 'upkeep', 'own-plan', 'site-document'),
    around.library.plans(),
  ],
  obligations: async (around) => {
    const things: UpkeepSubjectDues[] = []
    for (const thing of allUpkeepThings(around)) {
      const { dues } = await duesOf(thing, around)
      things.push({ id: thing.key, title: thing.title, upkeep: thing.upkeep, dues })
    }
    return obligationsOfUpkeep(things, around)
  },
}

const numbers: ObligationSource = {
  basis: (around) => [...documentsOf(around, 'contacts'), around.memory.contacts()],
  obligations: ({ memory, zone, at }) => {
    const months = memory.documents.get('contacts', 'contacts')?.months ?? DUE_MONTHS
    return obligationsOfDates(numbersDue(memory.contacts(), { months, zone }, at), () => null)
  },
}

const calendar: ObligationSource = {
  basis: () => [],
  obligations: (around) =>
    obligationsOfDates(calendarDates(around.calendar, around.today), () => null),
}

const actions: ObligationSource = {
  basis: (around) => documentsOf(around, 'action'),
  obligations: ({ memory }) => obligationsOfActions([...memory.documents.all('action').values()]),
}

const training: ObligationSource = {
  basis: (around) => [
    ...documentsOf(around, 'training-course', 'training-session', 'sign-offs'),
    ...documentsOf(around, 'roster', 'register', 'duty'),
    around.library.plans(),
  ],
  obligations(around) {
    const { at, zone, library, policies } = around
    const state = trainingState(around, at)
    const time = { now: at, zone, usual: termsIn(policies) }
    const world = { ...time, nameOf: postNames(around) }
    return [
      ...obligationsOfTraining(state, state.staff, world),
      ...obligationsOfSignOff(library.plans(), signOffsByPlan(around), state.staff, world),
    ]
  },
}

const drills: ObligationSource = {
  basis: (around) => [...documentsOf(around, 'drill', 'own-plan'), around.library.plans()],
  obligations: (around) => {
    const since = sinceOf(around)
    return obligationsOfDrills(around.library.plans(), allDrills(around), { ...around, since })
  },
}

const supplies: ObligationSource = {
  basis: (around) => documentsOf(around, 'supply'),
  obligations: ({ memory, today, zone, policies }) =>
    obligationsOfSupplies(memory.documents.all('supply').values(), { today, zone, policies }),
}

const takings: ObligationSource = {
  basis: (around) => documentsOf(around, 'supply', 'stock-taking'),
  obligations({ memory, zone, calendar: workCalendar, policies }) {
    return obligationsOfTakings(memory.documents.all('stock-taking').values(), {
      enteredAt: firstEntered(memory.documents.all('supply').values()),
      ...{ zone, calendar: workCalendar, policies },
    })
  },
}

const aftermath: ObligationSource = {
  basis: ({ memory, at }) => [
    ...memory.incidents.values(),
    ...owedAwayVersions(memory, at),
    memory.documents.all('archiving'),
  ],
  async obligations(around) {
    const { memory, zone } = around
    const onBoard = [...memory.incidents.values()].map((incident) =>
      owingOf(incident, {
        number: memory.numbering.of(incident) ?? '',
        titleOf: titleIn(incident, memory),
        world: memory.world(null),
      }),
    )
    const away = (await owedAway(around)).map(({ owing }) => owing)
    return [...onBoard, ...away].flatMap((owing) => obligationsOfAftermath(owing, zone))
  },
}

const evidence: ObligationSource = {
  basis: ({ memory }) => [...memory.incidents.values(), ...memory.pending.values()],
  nextAt: ({ at }) => at + HOUR_MS, // it is told from an instant on, whatever the day
  async obligations({ memory, zone, at }) {
    const ending = await endingSoon(memory, at)
    return ending.map(({ incident, evidence: piece, until }) =>
      obligationOfEvidence(
        {
          ...{ incidentId: incident.id, number: memory.numbering.of(incident) ?? '' },
          ...{ evidence: piece, until },
        },
        zone,
      ),
    )
  },
}

const checks: ObligationSource = {
  basis: (around) => documentsOf(around, 'checklist', 'check'),
  obligations: ({ memory, policies, at: now, zone, calendar: days }) =>
    obligationsOfChecks(
      {
        lists: memory.documents.all('checklist').values(),
        checks: memory.documents.all('check').values(),
      },
      policies,
      { now, zone, calendar: days },
    ),
  nextAt: ({ memory, at: now, zone, calendar: days }) =>
    nextSlotAt(memory.documents.all('checklist').values(), { now, zone, calendar: days }),
}

/** A venue check, a hazard, an incident or the roster may make an event ready. */
const occasions: ObligationSource = {
  basis: (around) => [
    ...documentsOf(around, 'occasion', 'check', 'checklist', 'action', 'register', 'duty'),
    ...around.memory.incidents.values(),
    around.library.plans(),
  ],
  obligations: (around) =>
    obligationsOfOccasions(
      around.memory.documents.all('occasion').values(),
      (occasion) => aroundOf(occasion, around),
      around.policies,
      { now: around.at, zone: around.zone },
    ),
  nextAt: ({ memory, at }) => nextOccasionEnd(memory.documents.all('occasion').values(), at),
}

const risks: ObligationSource = {
  basis: (around) => documentsOf(around, 'risk'),
  obligations: ({ memory, policies, calendar: days }) =>
    obligationsOfRisks(memory.documents.all('risk').values(), policies, days),
}

export const SOURCES: readonly ObligationSource[] = [
  staff,
  drills,
  numbers,
  upkeep,
  calendar,
  actions,
  aftermath,
  evidence,
  training,
  supplies,
  takings,
  checks,
  occasions,
  risks,
]
