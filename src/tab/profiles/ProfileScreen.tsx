import { t } from '../../words/t.ts'
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { PrintRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import { troubleOf } from '../../domain/problem.ts'
import { StaffProfile } from '../../domain/records/staffProfile.ts'
import { StaffTarget } from '../../domain/records/staffTarget.ts'
import { useMayRead } from '../../ui/access.ts'
import { PupilName } from '../../ui/hiddenDetails.tsx'
import { Loaded, Notice } from '../../ui/Loaded.tsx'
import { factsOf, inOrder, OnePage, publishedWords } from '../../ui/publish/OnePage.tsx'
import { useAbout, useOne } from '../../ui/records.ts'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { useWide } from '../../ui/useWide.ts'
import { Page } from '../Page.tsx'
import { Waiting } from '../pupil/Waiting.tsx'
import { useGo } from '../routes.ts'
import { Trail } from '../Trail.tsx'
import { type Printing, printingOf, ProfilesLeaving } from './ProfilesLeaving.tsx'

const trail = (
  <Trail steps={[{ words: t`Profiles`, route: { at: 'profiles', query: new URLSearchParams() } }]} />
)
const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** What the SENCO published to staff of one pupil. */
export const ProfileScreen = ({ profileKey }: { profileKey: string }) => {
  const found = useOne(StaffProfile, profileKey)
  if (found.data && !found.data.archived) return <Published profile={found.data} />
  if (found.isError && troubleOf(found.error).code === 'gone') {
    return (
      <Page title={t`Profile`} above={trail}>
        <Notice
          title={t`This profile isn’t here any more`}
          todo={t`It was withdrawn, or the link is old. Look for the pupil under Profiles, or ask your SENCO.`}
        />
      </Page>
    )
  }
  return (
    <Page title={t`Profile`} above={trail}>
      <Loaded queries={[found]} shape={<Waiting />}>
        {() => (
          <Notice
            title={t`This profile was withdrawn`}
            todo={t`The SENCO took it back, or the pupil has left. Ask your SENCO if you need it.`}
          />
        )}
      </Loaded>
    </Page>
  )
}

const Published = ({ profile }: { profile: Stored<StaffProfile> }) => {
  const styles = useStyles()
  const { href } = useGo()
  const wide = useWide(640)
  const senco = useMayRead('senco')
  const targets = useAbout(StaffTarget, 'pupil', profile.pupil)
  const [printing, setPrinting] = useState<Printing | null>(null)
  return (
    <Page
      title={<PupilName pupil={profile} />}
      above={trail}
      beside={<Text className={styles.quiet}>{factsOf(profile)}</Text>}
      actions={
        <>
          {wide && targets.data && (
            <Button
              size="small"
              icon={<PrintRegular />}
              onClick={() => setPrinting(printingOf([profile]))}
            >{t`Print`}</Button>
          )}
          {senco.data && (
            <Link
              href={href({ at: 'pupil', key: profile.pupil, section: 'profile' })}
            >{t`Open the record`}</Link>
          )}
        </>
      }
    >
      <Loaded queries={[targets]} shape={<Waiting />}>
        {(list) => (
          <>
            <Unreadable listings={[list]} />
            {printing && (
              <ProfilesLeaving
                key={printing.turn}
                printing={printing}
                targets={list.records}
                onDone={() => setPrinting(null)}
              />
            )}
            <OnePage profile={profile} targets={inOrder(list.records)} />
            <Text
              size={200}
              className={styles.quiet}
            >{t`${publishedWords(profile)}. A copy: if something is not right, tell your SENCO.`}</Text>
          </>
        )}
      </Loaded>
    </Page>
  )
}
