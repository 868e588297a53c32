import { Button } from '@fluentui/react-components'
import { Component, type ReactNode } from 'react'
import { Notice } from './Loaded.tsx'

/** When a screen breaks, the rest of the page and everything typed stay; a person may try that screen again. */
export class KeepGoing extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <div role="alert">
        <Notice
          title="This part of the page stopped working"
          todo="What you typed is kept while this page stays open. Show it again, or go to another part of the page. If that doesn’t help, load the page again: it warns you first if something you typed isn’t stored yet."
          action={
            <div style={{ display: 'flex', gap: '8px', flexWrap: 'wrap' }}>
              <Button appearance="primary" onClick={() => this.setState({ broken: false })}>
                Show it again
              </Button>
              {/* A part that was not fetched, as after a new version came, is asked for again only by a new page. */}
              <Button onClick={() => window.location.reload()}>Load the page again</Button>
            </div>
          }
        />
      </div>
    )
  }
}
