/** Lines of the record for command: handed over, watched over, passed on. */
import type { Commander, CommandEvent } from '../incident/record/command.ts'
import { inSentence, type Guarded } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import { because, line, type Line, type Names } from './line.ts'

const nameOf = ({ post, person }: Commander): LocalizedText => {
  const name = person === null ? '' : inSentence(person)
  return post?.name ?? localized(name, name)
}
const also = (person: Guarded | null): string => (person === null ? '' : ` ${inSentence(person)}`)

export function commandLine(event: CommandEvent, { instant }: Pick<Names, 'instant'>): Line {
  switch (event.type) {
    case 'CommandHandedOver': {
      const [from, to] = [nameOf(event.from), nameOf(event.to)]
      return line(
        because(
          localized(`指挥由${from.zh}移交${to.zh}`, `Command passed from ${from.en} to ${to.en}`),
          event.reason,
        ),
      )
    }
    case 'WatchSet': {
      const until = instant(event.until)
      return line(because(localized(`观察到${until}`, `Watched until ${until}`), event.reason))
    }
    case 'WatchOver':
      return line(
        localized('观察期满，可以解除响应', 'The watch is over: the response can be lifted'),
      )
    case 'IncidentTransferred': {
      const to = `${inSentence(event.body)}${also(event.person)}`
      const at = event.handedAt === undefined ? null : instant(event.handedAt)
      return line(
        because(
          at === null
            ? localized(`移送${to}`, `Passed on to ${to}`)
            : localized(`${at}移送${to}`, `Passed on to ${to} at ${at}`),
          event.reason,
        ),
      )
    }
  }
}
