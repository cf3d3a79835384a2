import { mount } from 'svelte';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/contrast.css';
import App from './App.svelte';
import { answer } from './state/failures';
import { session } from './state/session.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('the page has no #app');

// What nobody waited for and nobody caught is told rather than swallowed.
window.addEventListener('unhandledrejection', (event) => answer(event.reason));

// The first answer brings language and theme: nothing is drawn before it, so nothing flickers.
await session.load();
mount(App, { target });
