import { startRequest } from '../../truth/request-form.ts';

startRequest('#send_request', (problem) => {
  const flash = document.getElementById('flash');
  if (!flash) return;
  flash.textContent = problem;
  flash.hidden = false;
});
