/** The words of the channels of announcements in English. */
import type { OutletWords } from './outlets.zh.ts'

export const outletsEn: OutletWords = {
  says: 'Besides walls, loudspeakers, chat group, text message and notice board: the channels of the site’s own, to be ticked when something is announced. Vigil sends nothing over a network by itself.',
  add: 'Add a channel',
  edit: 'Channel: {name}',
  none: 'There is no channel of the site’s own yet.',
  again: 'Read again',
  what: 'changing channels',
  list: 'Channels of announcements',
  name: 'Name',
  kind: 'Kind',
  way: 'How it gets there',
  folder: 'Into which folder',
  folderSays:
    'The full path on this machine. Once an announcement is out, Vigil puts a text file into it; if that fails, it tries again by itself.',
  copySays: 'The dispatcher copies the text, sends it there, and says here that it has gone out.',
  programSays:
    'A program of the site reads the announcement from Vigil’s interface, sends it, and says what became of it: see the page on the interface.',
  save: 'Save',
  remove: 'Remove the channel',
  editOf: 'Edit {name}',
  act: 'Edit',
}
