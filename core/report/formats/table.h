#pragma once
#include "core/report/format.h"

#include <QJsonObject>
#include <QStringList>

namespace gb::shelf {

/// A table that is CSV or JSON Lines, of the same objects: columns of CSV are called as their values are there.
class Table
{
public:
    enum class Form : quint8 { Csv, JsonLines };
    /// `columns`: of CSV; JSON Lines have all that an object has.
    Table(Form form, QStringList columns, const TakePiece &take);

    /// `quoted`: what strangers wrote of it. False: no more is wanted.
    bool add(const QJsonObject &row, const QByteArray &quoted);
    quint64 rows() const { return m_rows; }

private:
    const Form m_form;
    const QStringList m_columns;
    const TakePiece &m_take;
    quint64 m_rows = 0;
};

} // namespace gb::shelf
