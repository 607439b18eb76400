/** Decides what may be set about the channels of the site's own for announcements. */
import { isSame } from '../canonical.ts'
import { accept, refuse, type Decision, type Refusal } from '../decision.ts'
import { refuseFolder } from '../folder-refusals.ts'
import type { PathStyle } from '../folder-path.ts'
import { localized } from '../text.ts'
import { MOST_OUTLETS, type Outlet } from './outlet.ts'
import type { OutletEvent, Outlets } from './stream.ts'

export type SetOutlet = { type: 'SetOutlet'; outlet: Outlet; isNew: boolean }
export type RemoveOutlet = { type: 'RemoveOutlet'; outletId: string }
export type OutletCommand = SetOutlet | RemoveOutlet

export const unknownOutlet = (): Refusal =>
  refuse(
    'unknown-outlet',
    localized('没有这个公告渠道', 'There is no such channel of announcements'),
  )
const nameTaken = (name: string): Refusal =>
  refuse(
    'name-taken',
    localized(`已经有一个叫“${name}”的渠道`, `A channel is called “${name}” already`),
  )
const tooMany = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      `公告渠道最多${MOST_OUTLETS}个，先删掉不用的`,
      `There are ${MOST_OUTLETS} channels at most: remove those that nobody uses first`,
    ),
  )

/**
 * Refuses `unknown-outlet`, `name-taken` by another one, one more than {@link MOST_OUTLETS}
 * (`bad-input`), and a folder as `refuseFolder` does. Setting what is set changes nothing.
 */
export function decideOutlets(
  before: Outlets | null,
  command: OutletCommand,
  { pathStyle }: { pathStyle: PathStyle },
): Decision<OutletEvent> {
  const outlets = before ?? []
  const id = command.type === 'SetOutlet' ? command.outlet.id : command.outletId
  const known = outlets.find((outlet) => outlet.id === id)
  if (command.type === 'RemoveOutlet')
    return known ? accept({ type: 'OutletRemoved', outletId: id }) : unknownOutlet()
  const { outlet, isNew } = command
  if (!isNew && !known) return unknownOutlet()
  if (outlets.some((other) => other.id !== id && other.name === outlet.name))
    return nameTaken(outlet.name)
  if (isNew && outlets.length >= MOST_OUTLETS) return tooMany()
  const fault = outlet.folder === null ? null : refuseFolder(outlet.folder, pathStyle)
  if (fault) return fault
  return known && isSame(known, outlet) ? accept() : accept({ type: 'OutletSet', outlet })
}
