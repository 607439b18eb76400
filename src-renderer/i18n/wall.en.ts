/** The wall's own words, English: the shape of the Chinese file, so that a missing one does not compile. */
import type { WallMessages } from './wall.zh.ts'

export const wallEn: WallMessages = {
  product: 'Vigil',
  head: {
    running: 'Open',
    late: 'Late',
    drills: 'Exercise',
    drillsOnly: 'EXERCISE EXERCISE EXERCISE',
    lost: 'No contact',
    stopped: 'Stopped {time}',
    never: 'Station not reached yet',
    signedOut: 'Link no longer valid',
    signedOutDo: 'Open the wall address from the console',
    page: 'Page {page}/{pages}'
  },
  columns: {
    level: 'Level',
    left: 'Time left',
    dueAt: 'Due at'
  },
  row: {
    elapsed: '{time}',
    since: 'since {time}',
    next: 'Next',
    late: 'late',
    noPlan: 'No plan yet',
    several: ' and {more} more',
    others: ' +{more}',
    number: '{count} people'
  },
  calm: {
    clear: 'All clear',
    since: 'Since the last',
    days: 'd',
    none: 'No record'
  },
  month: {
    name: '{month}',
    count: '{count}',
    none: 'No incidents this month',
    met: 'Limits met',
    noLimits: 'None due yet',
    drills: '{count} exercises, apart',
    rest: 'Rest',
    byCategory: 'Incidents this month by category'
  },
  foot: {
    notice: 'Notice',
    contact: 'Live',
    lastContact: 'Last contact',
    quiet: 'No notices',
    blocked: 'Sound blocked',
    silent: 'No sound',
    storage: 'Storage failed: nothing new is saved',
    holidays: '{year} holidays not published',
    demo: 'Demo data'
  },
  replay: {
    mark: '回放 REPLAY',
    speed: '{speed}× as fast',
    paused: 'Paused',
    now: 'Now {time}',
    keys: 'Space play, ←→ moment, ↑↓ speed'
  }
}
