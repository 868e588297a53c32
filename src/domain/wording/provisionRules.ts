import { phraseOf } from './phrase.ts'
import {
  advisers, clarke, detailed, greenwich, ruleOf, type Source, type WordingRule, worcestershire,
} from './rule.ts' // prettier-ignore
import type { Missing, Part } from './types.ts'

type More = { readonly before?: string; readonly after?: string; readonly unlessSaid?: readonly Part[] }

/** Lines of patterns, as `phraseOf` reads them. */
const phrases = (lines: string) =>
  lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(phraseOf)

const vague = (
  id: string,
  name: string,
  source: Source,
  missing: readonly Missing[],
  says: string,
  lines: string,
  { before, after, unlessSaid }: More = {},
): WordingRule =>
  ruleOf(
    {
      id: `provision.${id}`,
      name,
      kinds: ['provision', 'change'],
      says,
      missing,
      phrases: phrases(lines),
      ...(before === undefined ? {} : { notBefore: phrases(before) }),
      ...(after === undefined ? {} : { notAfter: new Set(after.split(' ')) }),
      ...(unlessSaid ? { unlessSaid } : {}),
    },
    source,
  )

const kinds =
  'support|help|input|assistance|time|sessions|intervention|interventions|work|therapy|teaching|provision'
const units =
  'minute|minutes|min|mins|hour|hours|hr|hrs|day|days|session|sessions|times|x|visits|visit|weeks|lessons|blocks|afternoons|mornings|half|daily|weekly'

/** Words that leave open what a child will get. */
export const provisionRules: readonly WordingRule[] = [
  vague('often', 'Regular, frequent, at times', clarke, ['frequency'], 'doesn’t say how often', `
    regular|regularly|frequent|frequently|often|periodic|periodically|intermittent|intermittently|occasional|occasionally|sometimes|routinely
    from time to time
    at times
    now and then|again
    at key|specific|particular|certain times|points
    little and often
    as often as
  `, {
    before: `
      verb|verbs|plural|plurals|past|irregular|noun|nouns|spelling|spellings|shapes|polygon|polygons
      and irregular`,
    after: 'all more less so how',
    unlessSaid: ['frequency'],
  }), // prettier-ignore
  vague('access', 'Access to', clarke, ['whether', 'frequency'],
    'says that it is there, not that the child gets it, nor how much', `
    access|accesses|accessing to
    have|has access
    be able to access
    accesses|accessing the? support|therapy|sessions|intervention|interventions|group
  `, {
    before: `
      the? a? ~ curriculum|learning|lesson|lessons|classroom|text|texts|playground|building|site|education|exam|exams|page|work|worksheets
      all? areas
      arrangement|arrangements`,
    after: 'gain equal full better physical wheelchair enable enables',
  }), // prettier-ignore
  vague('opportunity', 'Opportunities for', worcestershire, ['whether', 'frequency'],
    'offers a chance; it doesn’t say that it happens, nor how often', `
    opportunity|opportunities|chance|chances to|for|of
    opportunities
  `), // prettier-ignore
  vague('discretion', 'As appropriate, where necessary, as required', greenwich, ['whether', 'frequency'],
    'leaves it to somebody to settle later whether it happens', `
    as|where|when|if|whenever|wherever|whatever|if|unless deemed|considered|felt|thought|judged? appropriate|necessary|needed|required|possible|practicable|available|suitable|applicable|relevant|useful|helpful|desirable
    as and when
    as|where|when|if and|or when|where|if appropriate|necessary|needed|required|possible
    as far as possible|practicable
    at the? discretion
    to be determined|decided|agreed|confirmed
    as determined|decided|agreed|directed|identified|advised|deemed|recommended by
    subject to
    depending|dependent on|upon
    according to need|needs|availability
    on a needs basis
    based on need|availability
    in line with need|needs|availability
    needs led
    as her|his|their needs change|dictate|require
  `, { before: 'by law|regulation\nby the law|regulations|regulation', after: 'same' }), // prettier-ignore
  vague('ceiling', 'Up to, a maximum of', clarke, ['frequency', 'duration'],
    'sets the most, and nothing would still keep to it', `
    up to # ${units}
    up to a|an|half|once|twice an? ${units}
    up to # and a half ${units}
    up to once|twice
    a? maximum of? # ${units}
    no more than # ${units}
    at most # ${units}
  `, { after: 'count counts counting add adding numbers group groups class' }), // prettier-ignore
  vague('benefit', 'Would benefit from, is recommended', clarke, ['whether'],
    'says what would be good, not what the child will get', `
    would|will|may|could|might|can|should benefit
    benefits|benefit from
    would|may|might|could be helpful|useful|beneficial|supportive
    would|may|might|could be of benefit|help|use
    would help|support
    it? is|are recommended|suggested|advised|advisable|proposed
    recommend|recommends|recommended|suggest|suggests that
    should|could|may|might be considered|explored|offered|tried
    consideration should|will|to be? given
    give consideration
  `), // prettier-ignore
  vague('may', 'May, could, should', clarke, ['whether'], 'doesn’t commit anybody: a plan says what will happen', `
    may|might|could have|receive|need|include|involve|attend|work|require|use|take|join|get|want|provide|offer|give
    may|might|could be
    ideally
    aim|aims|try|tries|hope|hopes|endeavour|endeavours|seek|seeks to
    will look to
    where|if|when|as staffing|funding|staff|time|resources allows|allow|permits|permit
  `, { after: 'that so she he they which' }), // prettier-ignore
  vague('should', 'Should', clarke, ['whether'], 'doesn’t commit anybody: a plan says what will happen', `
    should have|receive|be|attend|work|include|get|continue|use|provide
  `), // prettier-ignore
  vague('ongoing', 'Ongoing, continued', clarke, ['frequency', 'duration'],
    'doesn’t say how often, nor until when', `
    ongoing
    on going
    on a continuing|continuous basis
    continued|continuing|continuous access|support|input|use|provision|involvement|monitoring|help|work|intervention
    continue|continues to have|receive|access|get|attend|work|be|use|benefit
    for as long as
    long term support|intervention|input
  `, { unlessSaid: ['frequency'] }), // prettier-ignore
  vague('support', 'Support with, help with', worcestershire, ['type', 'frequency', 'duration'],
    'doesn’t say what is done, nor how much of it', `
    support|supports|supported|supporting|help|helped|assistance with|in|around
    support for|to
    additional|extra|adult|further|general|individual|individualised|targeted|class|specialist|ta support|help|assistance
    support strategies
    be supported by|through
  `, { unlessSaid: ['frequency', 'duration'], before: 'worker|workers|assistant|assistants|teacher|staff|plan|plans' }), // prettier-ignore
  vague('amount', 'Some, a range of, sufficient', clarke, ['type'], 'doesn’t say which, nor how many', `
    some|several|various|many|more|enough ${kinds}|strategies|approaches|activities|adults|staff
    a number of
    a range|variety|selection|mixture|combination|set|choice of
    range of ~ strategies|approaches|activities|resources|interventions
    lots|plenty of
    sufficient|adequate|appropriate|appropriately|suitable|suitably|relevant|reasonable|significant|substantial|considerable|enhanced|necessary
    a great deal of
    high|higher|increased|enhanced|significant levels|level of
    extra|additional|more time
    as much as
  `, {
    before: `
      to his|her|their age
      adult|adults other|others|behaviour
      # percent
      to the child`,
    after: 'age developmentally stage statistically where when if as whatever least',
    unlessSaid: ['frequency', 'duration', 'who'],
  }), // prettier-ignore
  vague('smallGroup', 'Small group', detailed, ['group'], 'doesn’t say of how many', `
    small|smaller|tiny group|groups|grouping
    small|smaller class|classes
    group work|sessions|session|support|intervention|interventions
    low ratio
    high staff|adult ratio
    reduced class|group size|sizes
  `, { unlessSaid: ['group'] }), // prettier-ignore
  vague('who', 'An adult, a member of staff', detailed, ['who'],
    'doesn’t say who, nor what they are trained in', `
    an|a|the? familiar|trained|known|trusted|key|available|experienced|skilled|supportive|nearby|class adult|adults
    an adult
    adult|adults|staff led|supervision
    a? member|members of ~ staff|team
    by|from staff|adults|school|professionals|specialists|someone
    by the school|setting|team|class
    trained|experienced|skilled|key|familiar|specialist|school|trusted staff|professionals|professional
    suitably|appropriately trained|qualified|experienced
  `, { before: 'trained|qualified|experienced|who', unlessSaid: ['who'] }), // prettier-ignore
  vague('encouraged', 'Encouraged to, supported to', clarke, ['type', 'who'],
    'doesn’t say who does what', `
    encouraged|supported|helped|enabled|facilitated|assisted|prompted|reminded to|in|with
    with? encouragement
    staff|adults|adult|teachers|school will|to|should encourage|support|help|prompt|remind|assist
    help|helped her|him|them to
  `, { unlessSaid: ['frequency', 'who'] }), // prettier-ignore
  vague('input', 'Input, advice, liaison', worcestershire, ['type', 'frequency', 'duration'],
    'doesn’t say what is done, nor how much of it', `
    input from|of|by
    input
    advice|guidance|oversight|involvement|consultation from|of|with|by
    under the guidance|supervision|direction of
    liaise|liaises|liaison with|between
    overseen by
    follow|following the? advice|recommendations|strategies
    monitored
  `, { unlessSaid: ['frequency'] }), // prettier-ignore
  vague('ordinary', 'Across the curriculum, quality first teaching', advisers, ['type', 'frequency'],
    'may name nothing beyond what every pupil has', `
    across|throughout|through the ~ curriculum
    quality first teaching
    high quality teaching
    as part of ~ teaching|classroom|lessons|practice|curriculum
    embedded|integrated|built|woven in|into|within|throughout
    whole school approach
    differentiated|differentiation
    adapted curriculum|work|teaching
    differentiated curriculum|work|tasks
    a? nurturing|supportive|calm|structured|positive|safe|inclusive environment|approach
  `, { unlessSaid: ['frequency', 'who'] }), // prettier-ignore
  vague('open', 'Such as, etc, or equivalent, flexible', advisers, ['type'],
    'leaves open which: another could be given instead', `
    such as
    etc
    and so on
    and or
    or equivalent|similar|other
    or something similar
    for example|instance
    including but not limited to
    flexible|flexibly|flexibility
    e g
    eg
  `, { unlessSaid: ['type', 'frequency', 'duration', 'who', 'group'] }), // prettier-ignore
  vague('soon', 'Timely, as soon as possible', clarke, ['date'], 'doesn’t say by when', `
    timely
    in a timely manner|way
    as soon as
    in due course
    promptly
    asap
    shortly
    at the earliest opportunity
    when staff|staffing
  `), // prettier-ignore
  ruleOf(
    {
      id: 'provision.amounts',
      name: 'A line that doesn’t say what, how often, how long, who and in what group',
      kinds: ['provision'],
      says: 'This line doesn’t say',
      missing: ['type', 'frequency', 'duration', 'who', 'group'],
    },
    detailed,
  ),
]
