import { phraseOf } from './phrase.ts'
import { goodPractice, personal, privacy, ruleOf, smart, type Source, type WordingRule } from './rule.ts'

const phrases = (lines: string) =>
  lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(phraseOf)

const ends = ['outcome', 'target'] as const
const help =
  'support|help|therapy|session|sessions|intervention|interventions|programme|programmes|input|ta|teaching|tuition|mentoring|counselling|elsa|salt|ot|provision|group|groups'

export const outcomeRules: readonly WordingRule[] = [
  ruleOf(
    {
      id: 'outcome.provision',
      name: 'An outcome that is provision',
      kinds: ends,
      says: 'says what others will do; an outcome says what the child will be able to do',
      missing: ['change'],
      phrases: phrases(`
        will|to|should|shall|must|would receive
        receives|receiving
        will|to|should|shall have access|accessed
        will|to|should have a|an|the|his|her|their|regular|daily|weekly|some|ongoing|additional|extra|one|individual|small? ~ ${help}
        will|to|should|shall be given|provided|offered|taught|supported|helped|encouraged|referred|assessed|allocated|seen|monitored|enabled|assisted|placed
        be given|provided|offered|taught|supported|referred
        is|are provided|given|offered|supported
        will|to|should attend|access|join|take a|an|the|regular|daily|weekly|part|speech|small|all? in? ~ ${help}
        staff|school|teacher|teachers|adults|adult|ta|tas|senco|sendco|parents|therapist|authority|setting|team will|to|should|must
        continue|continues to receive|access|have|attend|be
        will|to benefit from
        opportunities|opportunity to|for
        access|accesses to ~ ${help}
        provision of
      `),
      notAfter: new Set(['able']),
      notBefore: phrases('be able\nbe understood|heard|invited|chosen|asked'),
    },
    personal,
  ),
  ruleOf(
    {
      id: 'outcome.unmeasured',
      name: 'Improve, develop, be more confident',
      kinds: ends,
      says: 'can’t be seen or counted as it stands',
      missing: ['measure'],
      phrases: phrases(`
        improve|improves|improved|improving|improvement|improvements
        develop|develops|developed|developing|development
        increase|increases|increased|increasing|increasingly
        enhance|enhances|enhanced|strengthen|strengthens|extend|extends|deepen|broaden|maximise|build|builds|building
        make|makes|making ~ progress|gains|improvement
        better
        progress|progresses
        reach|reaches|achieve|achieves|fulfil|fulfils his|her|their full? potential
        more confident|independent|resilient|aware|settled|secure|able
        be|become|becoming|feel|feels|feeling ~ confident|independent|resilient|happy|happier|safe|settled|calm|calmer|included|comfortable|secure|aware|motivated|positive
        understand|understands|understanding|know|knows|appreciate|appreciates|realise|realises|learn|learns|aware
        enjoy|enjoys
        cope|copes|manage|manages|engage|engages|engaged|explore|explores
        try|tries|begin|begins|start|starts|continue|continues|work|works to|towards
        good|better relationships|relationship|behaviour|attendance|attention|concentration|skills
      `),
    },
    smart,
  ),
  ruleOf(
    {
      id: 'outcome.smart',
      name: 'No measure, starting point or date',
      kinds: ends,
      says: 'Neither the text nor the fields beside it say',
      missing: ['measure', 'start', 'date'],
    },
    smart,
  ),
]

const own: Source = {
  ...privacy,
  strength: 'recommended',
  confidence: 'judged',
  source: 'A text that is ready to leave the school',
}

export const otherRules: readonly WordingRule[] = [
  ruleOf(
    {
      id: 'action.owner',
      name: 'An action that nobody has',
      kinds: ['action'],
      says: 'Neither the text nor the fields beside it say',
      missing: ['owner'],
    },
    goodPractice,
  ),
  ruleOf(
    {
      id: 'action.date',
      name: 'An action without a date',
      kinds: ['action'],
      says: 'Neither the text nor the fields beside it say',
      missing: ['date'],
    },
    goodPractice,
  ),
  ruleOf(
    {
      id: 'action.everybody',
      name: 'Everyone, school, staff',
      kinds: ['action'],
      says: 'names nobody who can be asked about it',
      missing: ['owner'],
      phrases: phrases(`
        all staff|school|teachers|professionals|team to|will|should
        all|everyone|everybody|someone|somebody|we to|will|should
        the staff|school|team to|will|should
        staff|school|professionals|teachers to|will|should
        all concerned|involved|parties
        by all|everyone|staff|school
      `),
    },
    goodPractice,
  ),
  ruleOf(
    {
      id: 'action.soon',
      name: 'Soon, ongoing, when possible',
      kinds: ['action'],
      says: 'is no day on which one could look',
      missing: ['date'],
      phrases: phrases(`
        asap
        as soon as possible|practicable
        soon|shortly
        in due course
        ongoing
        on going
        when|where|if possible|available|convenient|appropriate|necessary|needed|required
        as and when
        as appropriate|necessary|needed|required
        at some point
        in the near? future
        next time
        continuous|continuously
      `),
    },
    goodPractice,
  ),
  ruleOf(
    {
      id: 'action.unclear',
      name: 'Look into, consider, try to',
      kinds: ['action'],
      says: 'may be done or not: nobody could tell afterwards',
      missing: ['act'],
      phrases: phrases(`
        look|looks|looking into|at
        consider|considers|think|thinks|thinking about?
        explore|explores
        try|tries|aim|aims|hope|hopes|endeavour to
        be aware|mindful
        bear in mind
        keep an eye
        continue|continues to? monitor|monitoring|support|supporting
        to monitor
        as discussed
        raise awareness
      `),
      notBefore: phrases('the book|books|work'),
    },
    goodPractice,
  ),
  ruleOf(
    {
      id: 'text.gap',
      name: 'Words still to come',
      kinds: ['provision', 'change', 'outcome', 'target', 'action', 'text'],
      says: 'holds a place for words that aren’t there yet',
      missing: ['words'],
      phrases: phrases(`
        tbc
        tba
        tbd
        to be confirmed
        xx
        xxx
        xxxx
        insert|add|enter name|text|date|details|here
        delete as appropriate|applicable
        lorem ipsum
        child s name here
      `),
    },
    own,
  ),
  ruleOf(
    {
      id: 'text.name',
      name: 'Another pupil’s name',
      kinds: ['provision', 'change', 'outcome', 'target', 'action', 'text', 'words'],
      says: 'may be another pupil’s name',
      missing: [],
    },
    privacy,
  ),
]
