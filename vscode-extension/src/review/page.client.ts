// The script of the review page: buttons become messages, and the extension knows whether the page has the focus.

declare function acquireVsCodeApi(): { postMessage(message: unknown): void; getState(): unknown; setState(state: unknown): void };

const editor = acquireVsCodeApi();

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-command]') : null;
  if (button) {
    editor.postMessage({ command: button.dataset['command'] });
  }
});

const tellFocus = () => editor.postMessage({ focused: document.hasFocus() });
window.addEventListener('focus', tellFocus);
window.addEventListener('blur', tellFocus);
window.addEventListener('message', (event: MessageEvent<{ state?: unknown; keys?: boolean }>) => {
  if (event.data.state !== undefined) {
    editor.setState(event.data.state);
  }

  // Whether the keys work now: the page says it beside the link to them.
  if (event.data.keys !== undefined) {
    document.body.dataset['keys'] = event.data.keys ? 'on' : 'off';
  }
});
editor.postMessage({ ready: true, focused: document.hasFocus() });
