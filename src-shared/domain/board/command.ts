/** Draws who commands, and the watch that is kept. */
import { commanderOf } from '../incident/rules/command.ts'
import { watchOf } from '../incident/rules/watch.ts'
import type { Incident } from '../incident/record/state.ts'
import { shown } from '../sealed.ts'
import { localized } from '../text.ts'
import type { BoardCommand, BoardWatch } from './command-types.ts'
import { peopleAt, type View } from './view.ts'

const COMMANDER = localized('指挥人员', 'Commander')

export function drawCommand(
  incident: Incident,
  view: View,
): { command: BoardCommand; watch?: BoardWatch } {
  const { post, person } = commanderOf(incident, view.world)
  const watch = watchOf(incident)
  return {
    command: {
      role: post?.name ?? COMMANDER,
      people: post
        ? peopleAt(post.id, post.name, view)
        : [person === null ? '' : shown(person, view.open)],
      named: post === null,
      since: incident.command?.at ?? null,
    },
    ...(watch ? { watch } : {}),
  }
}
