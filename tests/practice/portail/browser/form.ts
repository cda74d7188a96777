import { startRequest } from '../../truth/request-form.ts';

const truth = startRequest('[id="formDemande:envoyer"]', (problem) => {
  const messages = document.getElementById('messages');
  if (!messages) return;
  messages.textContent = problem;
  messages.hidden = false;
});

document.addEventListener('change', (event) => {
  const input = event.target as HTMLInputElement;
  if (input.type !== 'file') return;
  truth.attachments = [...document.querySelectorAll<HTMLInputElement>('input[type=file]')].flatMap((one) =>
    [...(one.files ?? [])].map((file) => file.name),
  );
});
