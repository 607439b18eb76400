/** Decides on a stock-taking: begun, counted, handed in, reviewed by another, abandoned. */
import { accept, refuse, type Decision, type Refusal } from '../decision.ts'
import { shown, type Open, type Sealed } from '../sealed.ts'
import { PLAIN_BATCH, type Supply } from '../supplies/supply.ts'
import { localized } from '../text.ts'
import type { StockTakingEvent } from './stream.ts'
import {
  isSameLine,
  isTakingOver,
  linesLeft,
  type StockTaking,
  type TakingLine,
  type TakingScope,
} from './taking.ts'

/** `supplies`: all of the register. `others`: all stock-takings that were begun before. */
export type BeginTaking = {
  type: 'BeginTaking'
  number: string
  scope: TakingScope
  supplies: readonly Supply[]
  others: readonly StockTaking[]
}
/** `lines`: of the stock as it is counted; `counted` is never null here. */
export type CountStock = { type: 'CountStock'; lines: readonly TakingLine[] }
export type HandInTaking = { type: 'HandInTaking'; person: Sealed }
export type ReviewTaking = {
  type: 'ReviewTaking'
  person: Sealed
  ok: boolean
  words: Sealed | null
}
export type AbandonTaking = { type: 'AbandonTaking'; reason: Sealed }
export type TakingCommand = BeginTaking | CountStock | HandInTaking | ReviewTaking | AbandonTaking

type Decided = Decision<StockTakingEvent>

const isInScope = (supply: Supply, scope: TakingScope): boolean =>
  supply.withdrawn === null &&
  (scope.placeId === null || supply.place.id === scope.placeId) &&
  (scope.class === null || supply.class === scope.class)

/** A line for each batch of which there ought to be something, else one of the supply itself. */
function linesFor(
  supply: Supply,
): readonly Pick<TakingLine, 'supplyId' | 'batchId' | 'expected'>[] {
  const there = supply.batches.filter(({ count }) => count > 0)
  const batches = there.length > 0 ? there : [{ id: PLAIN_BATCH, count: 0 }]
  return batches.map(({ id, count }) => ({ supplyId: supply.id, batchId: id, expected: count }))
}

/** What two count at once would be corrected twice: the one that runs is finished first. */
function countedElsewhere(
  supplies: readonly Supply[],
  others: readonly StockTaking[],
): Refusal | null {
  const running = others.filter((other) => !isTakingOver(other))
  for (const { number, lines } of running) {
    const supply = supplies.find(({ id }) => lines.some(({ supplyId }) => supplyId === id))
    if (supply)
      return refuse(
        'taking-open',
        localized(
          `${supply.number} ${supply.name}正在${number}里盘点：先盘完，或放弃那一次`,
          `${supply.number} ${supply.name} is being counted in ${number}: finish or abandon it first`,
        ),
        [number],
      )
  }
  return null
}

/** Each batch once, as it was counted last: a difference that stands twice is booked twice. */
const eachOnce = (lines: readonly TakingLine[]): readonly TakingLine[] =>
  lines.filter((line, index) => lines.findLastIndex((other) => isSameLine(other, line)) === index)

/** Blanks and case are no other person. */
const isSamePerson = (person: Sealed, other: Sealed, open: Open): boolean => {
  const key = (name: Sealed): string => shown(name, open).replace(/\s/g, '').toLowerCase()
  return key(person) === key(other)
}

function review(taking: StockTaking, { person, ok, words }: ReviewTaking, open: Open): Decided {
  if (taking.handedIn === null)
    return refuse(
      'taking-open',
      localized('还没有报送复核，请先点完、报送', 'It has not been handed in for review yet'),
    )
  if (isSamePerson(person, taking.handedIn.person, open))
    return refuse(
      'same-person',
      localized(
        '复核人不能是盘点人，请换一个人复核',
        'Whoever counted cannot review it: somebody else has to',
      ),
    )
  if (!ok && words === null)
    return refuse(
      'reason-needed',
      localized('退回重盘要写明哪几行要重新点', 'To send it back, say what is to be counted again'),
    )
  return accept({ type: 'StockTakingReviewed', person, ok, words })
}

/**
 * Refused: one that nobody began (`unknown-stock-taking`) or that is over (`taking-over`); nothing
 * to be counted in its scope (`bad-input`); something of it that another one counts, counting while
 * it waits for its review, a review before it was handed in, handing in before every line is
 * counted (`taking-open`); a review by whoever counted (`same-person`); sending it back without
 * words (`reason-needed`). `open`: the value of a seal.
 */
export function decideTaking(
  taking: StockTaking | null,
  command: TakingCommand,
  { open }: { open: Open },
): Decided {
  if (command.type === 'BeginTaking') {
    const { number, scope } = command
    const supplies = command.supplies.filter((supply) => isInScope(supply, scope))
    const elsewhere = countedElsewhere(supplies, command.others)
    if (elsewhere) return elsewhere
    const lines = supplies.flatMap(linesFor)
    return lines.length === 0
      ? refuse(
          'bad-input',
          localized('这个范围里没有登记物资', 'Nothing of the register lies in this scope'),
        )
      : accept({ type: 'StockTakingBegun', number, scope, lines })
  }
  if (!taking)
    return refuse(
      'unknown-stock-taking',
      localized('没有这次盘点', 'There is no such stock-taking'),
    )
  if (isTakingOver(taking))
    return refuse(
      'taking-over',
      localized(
        '这次盘点已结束，要更正请再盘一次',
        'This stock-taking is over: begin another one to correct it',
      ),
    )
  switch (command.type) {
    case 'CountStock':
      return taking.state === 'review'
        ? refuse(
            'taking-open',
            localized(
              '已报送复核，要改数请复核人退回',
              'It waits for its review: whoever reviews it can send it back',
            ),
          )
        : accept({ type: 'StockCounted', lines: eachOnce(command.lines) })
    case 'HandInTaking': {
      const left = linesLeft(taking)
      return left > 0
        ? refuse(
            'taking-open',
            localized(`还有${left}行没有点数`, `${left} lines have not been counted`),
            [String(left)],
          )
        : accept({ type: 'StockTakingHandedIn', person: command.person })
    }
    case 'ReviewTaking':
      return review(taking, command, open)
    case 'AbandonTaking':
      return accept({ type: 'StockTakingAbandoned', reason: command.reason })
  }
}
