/** The words of the spare in English; they load with the settings. */
import type { SpareWords } from './spare.zh.ts'

export const spareEn: SpareWords = {
  says: 'Another computer of the same room can follow the record of this one; if this one fails, one key there takes over, and the last seconds may be missing.',
  cannot: 'This station cannot have a spare.',
  again: 'Read again',
  what: 'pairing a spare',
  none: 'No spare yet.',
  invite: 'Pair a spare…',
  inviteAgain: 'Another spare…',
  text: 'Pairing text (holds once)',
  textSays:
    "On the spare run: station follow --data NEW_FOLDER --from 'this text'. Both machines are in one network.",
  shut: 'No spare any more',
  state: 'Spare',
  follows: '{host} has entries up to {seq} · lacks {lacks} · {time}',
  silent: '{host} does not follow: it asked last at {time} and had entries up to {seq}',
  open: 'Port',
  openIs: '{port} (this machine: {hosts})',
  noHosts: 'no address in a network',
  taken:
    '“{by}” has taken over since {time}; this machine records nothing any more. It had entries up to {position}; what came later is on this machine alone.',
}
