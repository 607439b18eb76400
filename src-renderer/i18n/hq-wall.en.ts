/** The words of the wall of HQ in English. */
import type { HqWallWords } from './hq-wall.zh.ts'

export const hqWallEn: HqWallWords = {
  name: 'Vigil HQ',
  head: {
    running: 'Running',
    late: 'Late',
    drills: 'Drills',
    inTouch: 'In touch',
    of: '{count}/{all}',
  },
  stale: {
    again: 'Reconnecting',
    since: '{age} · picture of {time}',
    never: 'No picture has come yet',
    broken: 'The picture has failed and is opened again',
  },
  oneCopy: 'One copy only: no second database follows',
  trouble: {
    fork: 'Forked',
    outOfTouch: 'Lost',
    stuck: 'Not folded',
    differs: 'Differs',
  },
  region: {
    running: '{count}',
    late: '{count} late',
    outOfTouch: '{count} lost',
    fork: '{count} forked',
    quiet: 'quiet',
    others: '{count} more',
  },
  row: { due: 'by {at}', drill: 'Drill', hurt: 'Hurt', noMatter: 'Nothing to do' },
  rest: {
    label: '{count} not on this page',
    late: '{count} late',
    near: '{count} near',
    others: '{count} more',
  },
  calm: {
    none: 'No incident is running',
    unsure: '{count} out of touch: only they know',
    noSites: 'No site is paired with HQ yet',
  },
  foot: { heard: 'Heard', lastHeard: 'Last heard', page: 'Page {page}/{pages}' },
  age: {
    seconds: '{count} s',
    minutes: '{count} min',
    hours: '{count} h',
    days: '{count} d',
    none: 'never',
  },
  enter: {
    title: 'Wall of HQ',
    says: 'This screen has no pass yet, or its pass was ended.',
    how: 'An administrator adds a wall on HQ’s page “People” and types its code in here. It holds once; afterwards this screen is known.',
    code: 'Code',
    act: 'Enter',
    unknown: 'This code is wrong, was used, or is older than 24 hours: have another one made.',
    tooMany: 'Too many tries: wait a little.',
    noContact: 'HQ does not answer: check the network and try again.',
    looking: 'Calling HQ…',
  },
}
