/** The words of the daily self-test in English; they are loaded with the settings. */
import type { SelfTestWords } from './self-test.zh.ts'

export const selfTestEn: SelfTestWords = {
  title: 'Daily self-test',
  says: 'Once a day the way of an alarm is gone through: command, deadline engine, stream, page, picture, tone. Nothing of it is seen or heard in the room; it is no incident and in no figure.',
  begin: 'Test now',
  running: 'Testing, for half a minute at most',
  never: 'No self-test was made yet.',
  last: 'Tested {time}: {outcome}.',
  passed: 'passed',
  notPassed: 'not passed',
  next: 'Next: {time}.',
  waits: {
    incident:
      'One is due. It waits until the incident is contained, or the red or orange warning is over.',
    wall: 'One is due. It waits until a wall is connected.',
    storage: 'One is due. It waits until saving works again.',
  },
  why: {
    incident: 'An incident is not contained yet, or a red or orange warning is in force',
    wall: 'No wall is connected (one with a replay or being measured is not tested)',
    running: 'Testing now',
    time: 'Write the time as 10:00',
    same: 'Nothing is changed',
  },
  wall: 'Wall',
  unnamed: 'Without a name {size}',
  stage: {
    command: 'Command',
    engine: 'Engine',
    stream: 'Stream',
    dom: 'Page',
    picture: 'Picture',
    tone: 'Tone',
  },
  outcome: { passed: 'passed', failed: 'failed', unreached: 'not reached' },
  level: '{level} dB',
  todo: {
    stream: 'Check cable and browser, open the wall again',
    dom: 'Reload the page, close what covers it',
    picture: 'Bring the browser window to the front, not minimised; else restart the browser',
    tone: 'Click on that screen once, check its sound output',
    safe: 'Its page has failed and the plain one stands in: it tries again by itself; else restart the browser',
  },
  do: 'What to do',
  absent: 'Not there (not open): {names}',
  aside: {
    not: 'Not tested: {names}',
    of: '{name} ({why})',
    replay: 'showing a replay',
    calibration: 'being measured',
  },
  proves:
    'Passed means: all is well as far as the browser and up to the loudspeaker. Whether the panel is lit and the loudspeaker sounds, people see and hear: once a shift press Heard it in the shift handover.',
  time: 'Time of the daily self-test',
  aloud: 'Once more at the beginning of each shift, aloud',
  save: 'Save the time',
  saved: 'Saved',
  row: {
    passed: 'self-test {time} passed',
    failed: 'self-test {time} not passed: {stages}',
    absent: 'not there at the self-test {time}',
    aside: 'not tested {time}: {why}',
    safe: 'self-test {time} not passed: the plain page stands in',
  },
  and: ', ',
}
