/**
 * The two last shift handovers of the sample site: one is signed by both; of the other the shift
 * that came has had no time yet to sign, because something began to burn.
 */
import { MINUTE_MS } from '#shared/domain/units.ts'
import { onGrid } from './moved-clock.ts'
import type { SampleRegister } from './register-file.ts'
import { beginningsBefore, entriesFor, type ShiftBeginning } from './rounds.ts'
import { command, type Stage } from './work.ts'

const DESK = 'duty-officer'
/** Minutes from the change of shift. */
const [NOTED, HEARD, GIVEN, TAKEN] = [-10, -6, -4, 2]

/** `before`: UTC ms; the clock is moved on, never past it. */
export async function handOver(
  stage: Stage,
  { shifts, rounds, troubles }: SampleRegister,
  { zone, before }: { zone: string; before: number },
): Promise<void> {
  const last = beginningsBefore(shifts, zone, before - TAKEN * MINUTE_MS).slice(-3)
  const [first, second, third] = last
  if (!first || !second || !third) return
  const atDesk = ({ date, shift }: ShiftBeginning): string =>
    entriesFor(rounds, [date]).find((entry) => entry.shift === shift && entry.post === DESK)
      ?.persons[0] ?? ''
  const reach = ({ at }: ShiftBeginning, minutes: number): Promise<void> =>
    stage.clock.leap(onGrid(at + minutes * MINUTE_MS))

  const [gives, takes] = [atDesk(first), atDesk(second)]
  await reach(second, NOTED)
  for (const words of troubles) await command(stage, gives, 'handover/note', { words })
  await reach(second, HEARD)
  await command(stage, gives, 'handover/heard', {})
  await reach(second, GIVEN)
  const { handoverId } = await command(stage, gives, 'handover/give', { gives })
  await reach(second, TAKEN)
  await command(stage, takes, 'handover/take', { handoverId, takes })
  await reach(third, GIVEN)
  await command(stage, takes, 'handover/give', { gives: takes })
}
