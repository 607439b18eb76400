/**
 * Checks what must hold of a record after any fault. It reads a record that no station has open,
 * and says what is wrong.
 */
import { isDeepStrictEqual } from 'node:util'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import type { Journal, StoredEvent } from '#main/core/ports.ts'
import { allEvents, rowsFromEvents } from './replay.ts'
import type { Sent } from './driver.ts'

/**
 * One line a fault; nothing if all is well. Opening the record is part of the test: it must need no
 * repair.
 */
export async function faultsOf(file: string, sent: readonly Sent[]): Promise<string[]> {
  const journal = openSqliteJournal(file)
  try {
    const events = await allEvents(journal)
    return [
      ...(await answers(journal, sent)),
      ...(await wholeness(journal, events)),
      ...(await sequence(journal, events)),
      ...(await projection(journal, events)),
    ]
  } finally {
    await journal.close()
  }
}

/** I1: whatever was acknowledged is there, once, with the answer that was given. */
async function answers(journal: Journal, sent: readonly Sent[]): Promise<string[]> {
  const faults: string[] = []
  for (const { id, name, answer } of sent) {
    const reply = await journal.reply(id)
    if (answer?.ok && !reply) faults.push(`I1: ${name} ${id} was acknowledged and is lost`)
    if (
      answer?.ok &&
      reply &&
      !(reply.position === answer.position && isDeepStrictEqual(reply.reply, answer.reply))
    )
      faults.push(
        `I1: ${name} ${id} was answered ${answer.position}, the record says ${reply.position}`,
      )
    if (answer && !answer.ok && reply)
      faults.push(`I1: ${name} ${id} was refused (${answer.code}) and is in the record`)
  }
  return faults
}

/**
 * I2: the events of a command stand together, end at its position, and none is without its
 * command's answer.
 */
async function wholeness(journal: Journal, events: readonly StoredEvent[]): Promise<string[]> {
  const byCommand = Map.groupBy(
    events.filter(({ commandId }) => commandId !== null),
    ({ commandId }) => commandId ?? '',
  )
  const faults: string[] = []
  for (const [id, caused] of byCommand) {
    const reply = await journal.reply(id)
    const [first, last] = [caused[0]?.seq ?? 0, caused.at(-1)?.seq ?? 0]
    if (reply?.position !== last)
      faults.push(
        `I2: the events of ${id} end at ${last}, its answer says ${reply?.position ?? 'nothing'}`,
      )
    if (last - first + 1 !== caused.length)
      faults.push(`I2: the events of ${id} do not stand together`)
  }
  return faults
}

/** I3: gapless, the chain holds. */
async function sequence(journal: Journal, events: readonly StoredEvent[]): Promise<string[]> {
  const gap = events.findIndex(({ seq }, index) => seq !== index + 1)
  const verified = await journal.verify()
  return [
    ...(gap >= 0 ? [`I3: event ${gap + 1} is missing`] : []),
    ...(verified.ok ? [] : [`I3: ${verified.why} at ${verified.firstBad}`]),
  ]
}

/** I4: the rows are what the events come to. */
async function projection(journal: Journal, events: readonly StoredEvent[]): Promise<string[]> {
  const faults: string[] = []
  for (const [id, row] of rowsFromEvents(events)) {
    const live = await journal.row(id)
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(live)), JSON.parse(JSON.stringify(row))))
      faults.push(`I4: the row of ${id} is not what its events come to`)
  }
  return faults
}
