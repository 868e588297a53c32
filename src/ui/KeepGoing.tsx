import { t } from '../words/t.ts'
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { Component, type ReactNode } from 'react'
import { Notice } from './Notice.tsx'

const useStyles = makeStyles({
  actions: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  button: {
    ...typographyStyles.body1Strong,
    padding: '5px 12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
  },
})

/** Everything here comes with the page itself: what could still have to be fetched may be what is missing. */
const Broken = ({ onAgain }: { onAgain: () => void }) => {
  const styles = useStyles()
  return (
    <div role="alert">
      <Notice
        title={t`This part of the page stopped working`}
        todo={t`What you typed is kept while this page stays open. Show it again, or go to another part of the page. If that doesn’t help, load the page again: it warns you first if something you typed isn’t stored yet.`}
        action={
          <div className={styles.actions}>
            <button type="button" className={styles.button} onClick={onAgain}>{t`Show it again`}</button>
            {/* A part that was not fetched, as after a new version came, is asked for again only by a new page. */}
            <button
              type="button"
              className={styles.button}
              onClick={() => window.location.reload()}
            >{t`Load the page again`}</button>
          </div>
        }
      />
    </div>
  )
}

/** When a screen breaks, the rest of the page and everything typed stay; a person may try that screen again. */
export class KeepGoing extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override render() {
    if (!this.state.broken) return this.props.children
    return <Broken onAgain={() => this.setState({ broken: false })} />
  }
}
