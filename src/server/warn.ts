import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver/node';
import { plainMessage } from '../protocol/plain-message';

/** Tells a person something. A notification, since an editor that does not know the request for it would end the server. */
export function warn(connection: Connection, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, {
    type: MessageType.Warning,
    message: plainMessage(message),
  });
}
