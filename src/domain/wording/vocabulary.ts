// Words that the checks of provision know. Lower case, unaccented; a hyphened word is two.
const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** They say how often by themselves. */
export const adverbs = set('daily weekly fortnightly monthly termly annually yearly hourly')

/** What comes once in a while: `a week`, `per term`, `every morning`. */
export const perUnits = set(`
  day days week weeks fortnight month months term terms year years morning mornings afternoon afternoons hour hours
  lesson lessons half minute minutes
`)

/** What provision can go along with: as often and as long as that is. */
export const occasions = set(`
  day morning afternoon lesson lessons period periods break breaks breaktime breaktimes lunchtime lunchtimes playtime
  playtimes transition transitions subject subjects assembly assemblies activity activities meal meals trip trips test
  tests exam exams assessment assessments work writing task tasks change changes event events times
`)

/** Parts of a day that have a length of their own. */
export const amounts = set(`
  breaktime breaktimes break breaks lunch lunchtime lunchtimes playtime playtimes playtime registration assembly
  assemblies transitions pe swimming
`)

export const wholeTimes = set('day week morning afternoon lesson lessons school year term')
export const continuous = set('constant constantly fulltime alltimes continuous continuously')

export const subjects = set(`
  english maths mathematics literacy numeracy science pe phonics reading writing spelling history geography computing
  art music dt core practical french spanish german drama re
`)

export const timeUnits = set(`
  minute minutes min mins hour hours hr hrs h day days morning mornings afternoon afternoons lesson lessons period
  periods
`)

/** Who gives it: a role that a school or authority appoints to. */
export const roles = set(`
  ta tas hlta hltas lsa lsas salt slt ot ots ep eps elsa elsas qtvi qtmsi qtod tod senco sendco sencos assistant
  assistants teacher teachers therapist therapists psychologist psychotherapist physiotherapist physio counsellor
  mentor mentors nurse tutor tutors practitioner practitioners instructor coach interpreter intervenor supervisor
  supervisors headteacher keyworker worker specialist technician audiologist manager caretaker librarian driver escort
`)
/** A role before one of these is the name of a paper, not of a person who gives support. */
export const rolePapers = set(`
  programme programmes program target targets advice report reports plan plans assessment assessments recommendation
  recommendations exercises strategies activities
`)
/** A service by its letters: `SALT sessions` may be given by anybody. */
export const therapies = set('salt slt ot ep')
export const therapyWords = set('sessions session input support')
/** Not said enough: any grown-up. */
export const vagueAdults = set(
  'adult adults staff member members professional professionals specialist team school setting someone person people',
)

export const groupWords = set(
  'individual individually pair pairs paired alone himself herself themselves trio 121 1to1 2to1 wholeclass',
)
export const learners = set(
  'child children pupil pupils peer peers learner learners student students others classmate classmates friend friends',
)

/** Words of a session: with them the line is asked for its amounts. */
export const sessionWords = set(`
  session sessions support supported help helped therapy intervention interventions programme programmes program
  programmes input teaching taught tuition group groups block blocks visit visits provision
  mentoring counselling coaching practice hours hour minutes mins 
`)

/** Things and adjustments: in use or not, with no group and no length. */
export const equipment = set(`
  slope laptop tablet ipad headphones defenders cushion chair seat seated seating desk table frame hoist aid aids
  software font paper overlay overlays grip grips pencil pencils scissors splint timetable timetables board boards
  visuals visual symbols checklist checklists handouts printed print magnified enlarged lighting blinds workstation
  space room area corner den tent pod ramp doors card cards timer timers fidget trampoline screen keyboard pen microphone equipment uniform locker instructions arrangements reader scribe
`)

/** Looking after provision rather than giving it: what follows `will`, or begins a line. */
export const upkeep = set(`
  review reviews reassess reassesses assess assesses monitor monitors update updates write writes observe observes train
  trains advise advises meet meets report reports send sends check checks monitoring training
`)

/** Words that fit any support and so say nothing of its kind. */
export const common = set(`
  the and for with from that this will has have had was were are been being shall should would could can may might must
  not but who whom which when where what than then into onto over under upon about between within through during before
  after each every all any per once twice time times more most least less other another some such only also his her
  hers him she they their theirs them its our your you receive receives received receiving given give gives giving
  provide provides provided providing provision deliver delivers delivered delivering get gets need needs needed
  require requires required access accesses accessing support supports supported supporting supportive help helps
  helped helping assistance assist session sessions input intervention interventions additional extra special
  educational education work works working adult available week term year school day group groups small size maximum
  minimum max approximately about around least most long lasting last lasts total regular regularly frequent ongoing
  appropriate necessary opportunities opportunity benefit benefits made make makes place takes take taking part parts
  led run trained qualified experienced suitably run needs ensure ensured able class classroom lessons lesson one
  blocks block weekly daily led basis level high general person key familiar attend attends attending full
  throughout whole continued continuing constant outside external agency agencies service services where possible include includes including number range variety put set allocated dedicated
`)
