import { choice, date, text, wholeNumber, yesNo } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { provisionLevels } from './provision.ts'

/** What a school calls a level of provision, and which wave of older maps it is, from a day on. */
export const LevelSetting = defineRecord({
  name: 'LevelSetting',
  short: 'lv',
  list: 'Levels of provision',
  label: 'Level of provision',
  about:
    'What the school calls each level of provision and which wave it was in older maps, from a date on. Without rows: Universal, Targeted, Specialist.',
  audience: 'senco',
  people: [],
  since: 3,
  fields: {
    level: choice('Level', provisionLevels, { required: true, indexed: true }),
    from: date('In force from', { required: true, indexed: true }),
    name: text('What the school calls it', { max: 40 }),
    wave: wholeNumber('Wave in older maps', { min: 1, max: 4 }),
    used: yesNo('In use', { help: 'No: the level is not offered for new provision from this day on' }),
    source: text('Where it comes from', { max: 255 }),
  },
  titleOf: (l) => `${l.level} from ${l.from}`,
})
export type LevelSetting = RecordOf<typeof LevelSetting>
