import type { Persona, SiteSeed } from './tenant.ts'

/** The SharePoint name of the made-up trust. */
export const localHost = 'oakfieldtrust.sharepoint.com'

const persona = (id: string, displayName: string, userId: string, jobTitle: string): Persona => {
  const name = `${displayName.toLowerCase().replace(' ', '.')}@oakfieldtrust.example`
  return {
    id,
    token: `local:${id}`,
    user: { id: userId, displayName, userPrincipalName: name, mail: name },
    jobTitle,
  }
}

/** The people of the made-up trust. */
export const localPersonas: readonly Persona[] = [
  persona('senco', 'Helen Marsh', '5e9c0001-0000-4000-8000-000000000001', 'SENCO'),
  persona('head', 'David Okafor', '5e9c0002-0000-4000-8000-000000000002', 'Headteacher'),
  persona('teacher', 'Priya Nair', '5e9c0003-0000-4000-8000-000000000003', 'Class teacher'),
  persona('ta', 'Tom Bright', '5e9c0004-0000-4000-8000-000000000004', 'Teaching assistant'),
  persona('governor', 'Margaret Ellis', '5e9c0005-0000-4000-8000-000000000005', 'SEND link governor'),
  persona(
    'director',
    'Ruth Calder',
    '5e9c0007-0000-4000-8000-000000000007',
    'Director of inclusion of the trust',
  ),
  persona('it', 'Sam Whitlock', '5e9c0006-0000-4000-8000-000000000006', 'IT manager'),
]

const sencoMembers = { senco: 'write', head: 'read', it: 'owner' } as const
const staffMembers = { senco: 'write', head: 'write', teacher: 'write', ta: 'write', it: 'owner' } as const

/** Of a school's figures; who may read them may read nothing else. A school's governor is let into their own school's. */
const figuresMembers = { senco: 'write', head: 'read', director: 'read', it: 'owner' } as const

/** Two schools, each with a site for the SENCO's records, one for what the staff may see and one for its figures. */
export const localSites: readonly SiteSeed[] = [
  { path: '/sites/oakfield-senco', displayName: 'Oakfield Primary School SENCO', members: sencoMembers },
  {
    path: '/sites/oakfield-staff',
    displayName: 'Oakfield Primary School SEND for staff',
    members: staffMembers,
  },
  {
    path: '/sites/oakfield-governors',
    displayName: 'Oakfield Primary School SEND for governors',
    members: { ...figuresMembers, governor: 'read' },
  },
  { path: '/sites/northmoor-senco', displayName: 'Northmoor Academy SENCO', members: sencoMembers },
  { path: '/sites/northmoor-staff', displayName: 'Northmoor Academy SEND for staff', members: staffMembers },
  {
    path: '/sites/northmoor-governors',
    displayName: 'Northmoor Academy SEND for governors',
    members: figuresMembers,
  },
]
