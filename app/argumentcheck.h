#pragma once
#include <QList>
#include <QString>
#include <QStringList>

namespace gb {

struct OptionKind
{
    QString name;
    bool takesValue = true;
    bool many = false; ///< each time that it is given counts
};

/// What is wrong with arguments ahead of "--", whatever their values mean: an option is given twice, so that one of its
/// values would be ignored, or has another option for its value, which would be ignored, too. Empty where nothing is.
/// The first argument is the program's name.
QString argumentProblem(const QStringList &arguments, const QList<OptionKind> &options);

} // namespace gb
