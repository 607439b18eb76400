/** The words of the settings page in English; they are loaded with it. */
import type { SiteWords } from './site.zh.ts'

export const siteEn: SiteWords = {
  join: ', ', again: 'Read again',
  title: 'Settings', parts: 'Parts of this page', save: 'Save', sending: 'Saving', saved: 'Saved', discard: 'Undo changes',
  first: {
    title: 'First say what kind of site this is',
    kinds: 'Plans, types of incident, posts and response levels are loaded by kind of site; a report is matched with these plans only.',
    later: 'Choose several if you like, and change them under Settings at any time. It also works without: then the plans of every kind are there.',
    zone: 'The zone decides how months, workdays and holidays are counted; after the first report it can no longer be changed.',
    save: 'Save and load the plans', notNow: 'Later', choose: 'Choose a kind of site first',
  },
  done: { title: 'Set up', says: 'Loaded. Plans: {plans}; types of incident: {types}; posts: {posts}.', plans: 'See the plans', now: 'Back to Now' },
  form: {
    title: 'Site', name: 'Name', nameEn: 'English name', nameEnHint: 'Left empty, it is the same in both languages', kinds: 'Kinds of site', kindsSays: 'one or several', plans: 'Plans: {count}', noPlans: 'No plan yet',
    zone: 'Time zone', zoneHint: 'for example Asia/Shanghai', zoneUnknown: 'There is no such zone', zoneFixed: 'Incidents have been counted by this zone, by month and by holiday: it can no longer be changed', needName: 'A name is needed', needKind: 'At least one kind is needed',
  },
  loaded: {
    title: 'Loaded', plans: 'Plans', types: 'Types of incident', posts: 'Posts and groups', groups: 'groups: {count}', documents: 'Documents', levels: 'Response levels', count: 'Plans: {count}', none: 'There is no plan for this kind of site yet. Add a kind, or write plans of your own under Plans.',
  },
  roster: {
    title: 'Roster', says: 'Who holds which post, and on which number. Numbers to call, owners and the ladder of alerts come from here.', none: 'There is no roster yet: alerts still go to every post, but without names and numbers.', noPosts: 'Without plans there are no posts. Choose a kind of site first.',
    person: 'Name', phone: 'Phone', personOf: 'Name for {post}', phoneOf: 'Phone for {post}', add: 'Add a person', addTo: 'Add a person to {post}', remove: 'Remove', removeOf: 'Remove {person} from {post}', group: 'group', external: 'external', left: 'Other posts', leftSays: 'no plan of today names them',
    vacant: 'Posts without anybody: {count}.', vacantSays: 'An alert that comes to one of these passes it at once and goes on to the next level.', onlyVacant: 'Only posts without anybody', noneVacant: 'Every post has somebody.', noName: 'A number without a name: {posts}', nobody: 'A roster cannot be empty: give at least one person', full: 'At most {count} people a post', changed: 'The roster has just been changed elsewhere; saving makes this one count.',
  },
  past: { title: 'Past incidents', says: 'A list from earlier years can be imported: the comparison with last year is there from the first day.', link: 'Import past incidents' },
  wall: {
    title: 'Address of the wall', says: 'For a browser on this machine, without signing in; it can only look. After a restart of the station it needs a new address.', none: 'No wall can be opened now: no port of this machine can be used.', address: 'Address', copy: 'Copy', copied: 'Copied', copyByHand: 'Selected: press Ctrl+C',
    language: 'Language', theme: 'Colours', dark: 'Dark', light: 'Light', privacy: 'Public place: place and category only, no names', distance: 'Farthest viewer (m)', width: 'Width of the panel (mm)', both: 'Sizes follow the distance only if both are given', positive: 'Give a number above zero',
  },
  report: {
    title: 'Monthly report', says: 'When a month is over, its draft is prepared at this hour of the first day after it; one that was missed is made up after the start.', hour: 'Hour', copy: 'Copy it to a folder', folder: 'Folder (whole path, must exist)', formats: 'Formats', language: 'Language', save: 'Save', saved: 'Saved', cannot: 'This station cannot write files',
  },
}
