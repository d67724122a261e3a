#pragma once
#include "core/client/ask.h"

#include <QString>

/// Words for questions to devices, in the window and on the command line. Plain text, never markup; without a full stop
/// at the end.
namespace gb::wording {

/// "Catalog: channels and folders".
QString askTitle(const AskCommand &command);
/// What became of a question: "complete: 32 of 32", "no answer within 15 s".
QString askOutcome(const AskReport &report);
/// The same in a few words, for a column: "no answer".
QString askOutcomeBrief(AskOutcome outcome);
/// What is odd, with whose word it is: "it announced 32, but sent 30".
QString askOddity(const AskOddity &oddity);
/// "answered after 12 ms, Response after 34 ms"; empty where nothing came.
QString askTimes(const AskReport &report);
/// JPEG, PNG, BMP.
QString pictureFormat(AskPicture::Format format);
/// A list of the pictures as items of the answer, where it has some.
void listPictures(AskReport &report);
/// How far a long answer is: "120 of 400".
QString askProgress(const AskProgress &progress);
/// Why a value cannot be sent, and which can: "must be from 0 to 255". Without the parameter's name.
QString badValue(const BadValue &bad, const AskCommand &command);
/// What the device does because of it, said ahead of sending; empty where it only tells something.
QString askEffect(AskCommand::Effect effect);
/// "GB/T 28181-2016"
QString edition(Edition edition);
/// "not in GB/T 28181-2011, since 2014"; empty where the edition has it.
QString askMissing(const AskCommand &command, Edition edition);
/// "0.4 ms", "12 ms", "1.5 s": of what is measured, not of what passes.
QString shortTime(Duration duration);
/// What the element at the end of a path means; empty where the standard has none of that name.
QString elementOf(const QString &path);
/// The same of an answer to that command.
QString elementOf(const QString &path, const QString &command);
/// What a parameter means.
QString parameter(const AskCommand &command, const AskParameter &parameter);
/// Types of configuration that another edition has, of those in the value of that parameter; empty: none. They can be
/// asked for all the same.
QString askOtherEdition(const AskParameter &parameter, const QString &value, Edition edition);

} // namespace gb::wording
