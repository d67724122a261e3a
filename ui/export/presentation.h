#pragma once
#include <QString>

#include <memory>

class QTemporaryDir;

namespace gb::ui {

class Desk;

/// Shows `file`, which has pseudonyms, in a window of its own, for a projector or a call: with settings of its own, so
/// that nothing of the user's is in it (names of devices, recent captures, expected devices, kept filters, passwords).
/// `folder`, where the file and those settings stand, goes with the window.
void showPresentation(std::shared_ptr<QTemporaryDir> folder, const QString &file, Desk &desk);

} // namespace gb::ui
