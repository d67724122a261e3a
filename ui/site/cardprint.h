#pragma once
#include "core/site/cameracard.h"

#include <QTextDocument>

#include <memory>

namespace gb::ui {

/// A page for the ladder: title, where the fields are, their names and values. The password stands in it where
/// `withPassword`, else a line to write on.
std::unique_ptr<QTextDocument> cardDocument(
    const QString &title, const QString &path, const QList<CardRow> &rows, bool withPassword);

} // namespace gb::ui
