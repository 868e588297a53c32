import { describe, expect, it } from 'vitest'
import { readFile } from '../../src/importing/index.ts'
import { bytesOf, nobody, planOf, storedContact, storedPupil, tableOf, upnNumber, workOf } from './given.ts'

/** The shape of recent versions: Sex, needs beside the SEN entries. */
const recent = `<?xml version="1.0" encoding="utf-8"?>
<CTfile>
  <Header><DocumentName>Common Transfer File</DocumentName><CTFversion>24.0</CTFversion>
    <SourceSchool><LEA>999</LEA><Estab>2044</Estab><SchoolName>Oakfield</SchoolName></SourceSchool></Header>
  <CTFpupilData>
    <Pupil>
      <UPN>${upnNumber(1)}</UPN><Surname>O&#8217;Dowd</Surname><Forename>Siân</Forename><DOB>2016-03-10</DOB><Sex>F</Sex>
      <BasicDetails><PreferredSurname>Ward</PreferredSurname><PreferredForename>Shan</PreferredForename><NCyearActual>5</NCyearActual><Ethnicity>WENG</Ethnicity></BasicDetails>
      <FSMhistory><FSMreviewDate>2026-01-01</FSMreviewDate><FSMinstance><FSMstartDate>2022-09-01</FSMstartDate></FSMinstance></FSMhistory>
      <LookedAfter><InCare>true</InCare><CareAuthority>999</CareAuthority></LookedAfter>
      <SENhistory>
        <SEN><StartDate>2024-09-02</StartDate><SENprovision>E</SENprovision></SEN>
        <SEN><StartDate>2021-01-05</StartDate><SENprovision>K</SENprovision></SEN>
        <SENneeds>
          <SENneed><NeedStartDate>2021-01-05</NeedStartDate><SENtypeRank>2</SENtypeRank><SENtype>ASD</SENtype></SENneed>
          <SENneed><NeedStartDate>2020-01-05</NeedStartDate><NeedEndDate>2021-01-04</NeedEndDate><SENtypeRank>1</SENtypeRank><SENtype>SEMH</SENtype></SENneed>
          <SENneed><NeedStartDate>2021-01-05</NeedStartDate><SENtypeRank>1</SENtypeRank><SENtype>SLCN</SENtype></SENneed>
        </SENneeds>
      </SENhistory>
      <Address><BS7666Address><PAON>12</PAON><Street>Fold Lane</Street><Town>Hallowby</Town></BS7666Address><PostCode>ZZ9 1AB</PostCode></Address>
      <Contacts><Contact><Order>1</Order><Surname>O&#8217;Dowd</Surname><Forename>Róisín</Forename><Relationship>PAM</Relationship><Responsibility>true</Responsibility>
        <Phones><Phone><TelephoneType>M</TelephoneType><PhoneNo>07700 900123</PhoneNo></Phone></Phones><Email>family@example.com</Email></Contact></Contacts>
    </Pupil>
  </CTFpupilData>
</CTfile>`

/** An older one: another order, Gender, a prefix, address lines, Latin-1. */
const older = `<?xml version="1.0" encoding="ISO-8859-1"?>
<c:CTfile xmlns:c="urn:example"><c:Header><c:CTFversion>17.0</c:CTFversion></c:Header><c:CTFpupilData>
<c:Pupil><c:Forename>Zo\u00eb</c:Forename><c:Surname>Haigh</c:Surname><c:Gender>F</c:Gender><c:DOB>2017-01-09</c:DOB><c:UPN>${upnNumber(2)}</c:UPN>
<c:SENhistory><c:SENneeds><c:SENneed><c:SENtype>MLD</c:SENtype><c:SENtypeRank>1</c:SENtypeRank></c:SENneed></c:SENneeds><c:SEN><c:SENprovision>K</c:SENprovision></c:SEN></c:SENhistory>
<c:BasicDetails><c:NCyearActual>R</c:NCyearActual></c:BasicDetails>
<c:Address><c:AddressLines><c:AddressLine1>1 Beck Side</c:AddressLine1><c:AddressLine2>Hallowby</c:AddressLine2></c:AddressLines></c:Address></c:Pupil>
<c:Pupil><c:Forename>Jo</c:Forename><c:Surname>Clegg</c:Surname><c:DOB>2017-02-30</c:DOB><c:UPN/></c:Pupil>
</c:CTFpupilData></c:CTfile>`

describe('a Common Transfer File', () => {
  it('of a recent version gives the pupil, what holds now of the SEN history, ranked needs and contacts', () => {
    const plan = planOf(recent)
    expect(plan.table.readAs).toBe('CTF 24.0')
    const [row] = plan.rows
    expect(row).toMatchObject({
      outcome: 'new',
      pupil: {
        record: {
          upn: upnNumber(1),
          surname: 'O’Dowd',
          forename: 'Siân',
          preferredForename: 'Shan',
          dateOfBirth: '2016-03-10',
          sex: 'F',
          yearGroup: '5',
          ethnicity: 'WBRI',
          status: 'E',
          statusFrom: '2024-09-02',
          freeSchoolMeals: true,
          lookedAfter: true,
          careAuthority: '999',
          address: '12 Fold Lane\nHallowby\nZZ9 1AB',
        },
      },
      needs: [
        { record: { type: 'SLCN', rank: 1, from: '2021-01-05' } },
        { record: { type: 'ASD', rank: 2 } },
      ],
      contacts: [
        {
          record: {
            name: 'Róisín O’Dowd',
            relationship: 'mother',
            parentalResponsibility: true,
            telephone: '07700 900123',
            email: 'family@example.com',
          },
        },
      ],
    })
  })

  it('of an older version, in another order and encoding, reads the same way; a bad pupil is named by its place', () => {
    const plan = planOf(Uint8Array.from([...older].map((letter) => letter.charCodeAt(0))))
    expect(plan.rows[0]).toMatchObject({
      outcome: 'new',
      pupil: {
        record: {
          forename: 'Zoë',
          surname: 'Haigh',
          sex: 'F',
          yearGroup: 'R',
          status: 'K',
          address: '1 Beck Side\nHallowby',
        },
      },
      needs: [{ record: { type: 'MLD' } }],
    })
    expect(plan.rows[1]).toMatchObject({
      row: 2,
      outcome: 'refused',
      reasons: [{ column: 'Date of birth', found: '2017-02-30' }],
    })
  })

  it('adds only grown-ups who are not on record under their name', () => {
    const pupil = storedPupil({ upn: upnNumber(1) })
    const mother = storedContact({ pupil: pupil.key, name: 'róisín o’dowd' })
    const [row] = planOf(recent, { ...nobody, pupils: [pupil], contacts: [mother] }).rows
    expect(row?.outcome === 'changed' && row.contacts).toEqual([])
  })

  it.each([
    [
      'with a document type',
      `<!DOCTYPE CTfile [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><CTfile><CTFpupilData><Pupil><Surname>&b;</Surname></Pupil></CTFpupilData></CTfile>`,
      /document type/,
    ],
    [
      'with an entity from elsewhere',
      `<!DOCTYPE x SYSTEM "http://example.com/x.dtd"><CTfile/>`,
      /document type/,
    ],
    [
      'with an entity of its own',
      '<CTfile><CTFpupilData><Pupil><Surname>&bomb;</Surname></Pupil></CTFpupilData></CTfile>',
      /damaged/,
    ],
    ['nested without end', `<CTfile>${'<a>'.repeat(2000)}`, /nested/],
    ['broken off', recent.slice(0, 900), /breaks off/],
    [
      'with a text without end',
      `<CTfile><CTFpupilData><Pupil><Surname>${'x'.repeat(150_000)}</Surname></Pupil></CTFpupilData></CTfile>`,
      /far longer/,
    ],
    ['without pupils', '<CTfile><CTFpupilData/></CTfile>', /no pupil/],
    ['that is other XML', '<Invoice><Pupil/></Invoice>', /not a Common Transfer File/],
  ])('%s is refused', (_, xml, expected) => {
    expect(readFile(bytesOf(xml))).toEqual({ kind: 'refused', why: expect.stringMatching(expected) })
  })

  it('of 2,000 pupils is read quickly', () => {
    const [head, rest] = recent.split('<Pupil>') as [string, string]
    const [pupil, tail] = rest.split('</Pupil>') as [string, string]
    const file = `${head}${`<Pupil>${pupil}</Pupil>`.repeat(2000)}${tail}`
    const work = workOf(() => expect(tableOf(file).rows).toHaveLength(2000))
    expect(work).toBeLessThan(5_000)
  })
})
