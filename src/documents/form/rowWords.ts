import type { Area } from './areaFacts.ts'
import type { Role } from './rowFacts.ts'

/** What forms call the people whom they give a row each. */
export const roleWords: Readonly<Partial<Record<Role, readonly string[]>>> = {
  parent: ['parent', 'parents or carers', 'parent carer', 'family member'],
  youngPerson: ['child or young person', 'pupil', 'student', 'the child'],
  head: ['headteacher', 'headteacher or principal', 'principal', 'head of school', 'head of setting'],
  authority: [
    'local authority officer',
    'authority representative',
    'sen officer',
    'send officer',
    'ehc coordinator',
    'officer of the authority',
    'officer of the council',
    'officer of the borough',
    'casework officer',
  ],
  health: [
    'health professional',
    'health representative',
    'health service',
    'nurse',
    'school nurse',
    'paediatrician',
    'designated clinical officer',
  ],
  socialCare: ['social care', 'social care officer', 'social care representative', 'childrens social care'],
  senco: ['senco', 'sendco', 'inclusion lead', 'inclusion manager'],
  teacher: [
    'class teacher',
    'form tutor',
    'subject teacher',
    'teacher',
    'class teacher or form tutor',
    'tutor',
  ],
  ta: ['teaching assistant', 'learning support assistant', 'ta', 'lsa'],
  psychologist: [
    'educational psychologist',
    'educational psychology',
    'ep',
    'educational psychology service',
  ],
  speech: [
    'speech and language therapist',
    'speech and language therapy',
    'speech and language',
    'salt',
    'slt',
  ],
  occupational: ['occupational therapist', 'occupational therapy', 'ot'],
  physiotherapist: ['physiotherapist', 'physiotherapy'],
  specialistTeacher: [
    'specialist teacher',
    'specialist teaching service',
    'advisory teacher',
    'outreach teacher',
    'teacher of the deaf',
    'teacher of vision impaired',
  ],
  socialWorker: ['social worker', 'allocated social worker'],
  virtualSchool: ['virtual school', 'virtual school head', 'virtual school headteacher'],
  nextSchool: ['next school', 'receiving school', 'next placement', 'new school'],
}

/** What forms call the four areas of need. */
export const areaWords: Readonly<Partial<Record<Area, readonly string[]>>> = {
  communication: ['communication and interaction', 'communication interaction'],
  cognition: ['cognition and learning', 'cognition learning'],
  semh: ['social emotional and mental health', 'semh', 'social emotional mental health wellbeing'],
  physical: [
    'sensory and physical',
    'sensory or physical',
    'physical and sensory',
    'sensory physical medical',
  ],
}

/** What forms ask of each area. */
export const areaColumns: Readonly<Record<string, readonly string[]>> = {
  needs: [
    'needs',
    'main needs',
    'current needs',
    'needs now',
    'description of needs',
    'special educational needs',
  ],
  support: ['support', 'support in place', 'provision', 'provision in place', 'intervention', 'help given'],
  outcomes: ['outcomes', 'outcome', 'outcomes in the plan'],
  progress: ['progress', 'progress made', 'progress since last review', 'impact'],
}
